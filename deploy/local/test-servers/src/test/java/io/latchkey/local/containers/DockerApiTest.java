package io.latchkey.local.containers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DockerApiTest {

    @TempDir
    private Path folder;

    @Test
    void isAbsentWithoutASocket() {
        assertThat(api(Map.of()).absence())
                .hasValueSatisfying(why -> assertThat(why).contains("no Docker API"));
    }

    @Test
    void isAbsentIfTheSocketIsALeftover() throws IOException {
        listen(socket()).close();

        assertThat(api(Map.of()).absence()).isPresent();
        assertThat(api(Map.of("DOCKER_HOST", "unix://" + socket())).absence()).isPresent();
    }

    @Test
    void isThereIfSomebodyAnswers() throws IOException {
        try (ServerSocketChannel server = listen(socket())) {
            var answering = CompletableFuture.runAsync(() -> answer(server));

            assertThat(api(Map.of()).absence()).isEmpty();
            answering.join();
        }
    }

    @Test
    void isOfNoUseOnAnotherMachine() {
        assertThat(api(Map.of("DOCKER_HOST", "tcp://192.0.2.1:2375")).absence())
                .hasValueSatisfying(why -> assertThat(why).contains("tcp://192.0.2.1:2375"));
    }

    private DockerApi api(Map<String, String> environment) {
        return new DockerApi(environment, socket(), folder.resolve("home"));
    }

    private Path socket() {
        return folder.resolve("docker.sock");
    }

    private static ServerSocketChannel listen(Path socket) throws IOException {
        return ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
    }

    private static void answer(ServerSocketChannel server) {
        try (SocketChannel client = server.accept()) {
            client.read(ByteBuffer.allocate(512));
            client.write(ByteBuffer.wrap("HTTP/1.0 200 OK\r\n\r\n".getBytes(US_ASCII)));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
