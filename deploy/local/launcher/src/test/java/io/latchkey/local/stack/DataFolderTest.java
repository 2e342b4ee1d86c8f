package io.latchkey.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.latchkey.local.Broker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path folder;

    @Test
    void isRemovedWithAllInIt() throws IOException {
        DataFolder data = new DataFolder(folder.resolve("data"));
        data.make();
        Files.createDirectories(data.resolve("kafka/data"));

        data.wipe();

        assertThat(data.path()).doesNotExist();
    }

    @Test
    void isNotRemovedIfItIsNotOurs() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear");

        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> new DataFolder(folder).wipe())
                .withMessageContaining("does not look like");
        assertThat(letter).exists();
    }

    @Test
    void isNeverMadeOutOfAFolderThatHoldsSomethingElse() throws IOException {
        Files.writeString(folder.resolve("letter.txt"), "dear");

        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> new DataFolder(folder).make())
                .withMessageContaining("LATCHKEY_DATA");
    }

    @Test
    void mayBeRemovedTwice() {
        DataFolder data = new DataFolder(folder.resolve("data"));

        data.wipe();

        assertThat(data.path()).doesNotExist();
    }

    @Test
    void remembersHowManyInstancesThereAre() {
        DataFolder data = new DataFolder(folder.resolve("counted"));
        data.make();

        assertThat(data.instances()).isEqualTo(1);
        data.rememberInstances(2);
        assertThat(data.instances()).isEqualTo(2);
    }

    @Test
    void remembersWhichBrokerTheStackHas() {
        DataFolder data = new DataFolder(folder.resolve("brokered"));
        data.make();

        assertThat(data.broker()).isEqualTo(Broker.HIVEMQ);
        data.rememberBroker(Broker.MOSQUITTO);
        assertThat(data.broker()).isEqualTo(Broker.MOSQUITTO);
    }

    @Test
    void doesNotChangeTheBrokerUnderARunningStack() {
        DataFolder data = new DataFolder(folder.resolve("running"));
        data.make();
        data.pidFile("mqtt").write(ProcessHandle.current());

        data.rememberBroker(Broker.HIVEMQ);
        assertThatExceptionOfType(StackException.class)
                .isThrownBy(() -> data.rememberBroker(Broker.MOSQUITTO))
                .withMessageContaining("deploy/down, then deploy/up --mqtt mosquitto");
    }
}
