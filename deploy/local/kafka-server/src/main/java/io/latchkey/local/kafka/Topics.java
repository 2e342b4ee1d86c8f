package io.latchkey.local.kafka;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;

/** Makes the topics that a node does not have yet. */
public final class Topics {

    private Topics() {}

    /**
     * Makes what is missing and waits until every partition has a leader.
     *
     * @throws ExecutionException if the node cannot be reached within a minute or refuses a topic
     */
    public static void make(String bootstrap, List<TopicSpec> wanted) throws ExecutionException, InterruptedException {
        try (Admin admin =
                Admin.create(Map.<String, Object>of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            Set<String> present = admin.listTopics().names().get();
            List<NewTopic> missing = wanted.stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .map(TopicSpec::newTopic)
                    .toList();
            admin.createTopics(missing).all().get();
            awaitLeaders(admin, wanted);
        }
    }

    /** A producer that meets a partition without a leader loses its order, so nobody may come before that. */
    private static void awaitLeaders(Admin admin, List<TopicSpec> wanted)
            throws ExecutionException, InterruptedException {
        List<String> names = wanted.stream().map(TopicSpec::name).toList();
        while (!allLed(admin, names)) {
            Thread.sleep(20);
        }
    }

    private static boolean allLed(Admin admin, List<String> names) throws InterruptedException {
        try {
            return admin.describeTopics(names).allTopicNames().get().values().stream()
                    .flatMap(topic -> topic.partitions().stream())
                    .allMatch(partition ->
                            partition.leader() != null && !partition.leader().isEmpty());
        } catch (ExecutionException notThereYet) {
            return false;
        }
    }
}
