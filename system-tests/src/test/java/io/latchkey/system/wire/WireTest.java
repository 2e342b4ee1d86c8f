package io.latchkey.system.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WireTest {

    private static final int LONG_ENOUGH_TO_COME_MILLIS = 300;
    private static final int CONNECTIONS_THAT_END = 2_000;

    private final ProcessHandle us = ProcessHandle.current();
    private ServerSocket echo;
    private Wire wire;

    @BeforeEach
    void open() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answerAll);
        wire = Wire.to(echo.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        wire.close();
        echo.close();
    }

    @Test
    void passesOnWhatComesAndWhatIsAnswered() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ask(socket, 'a')).isEqualTo('a');
        }
    }

    @Test
    void holdsUpWhatIsSentWhileItIsCutAndPassesItOnAfterwards() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ask(socket, 'a')).isEqualTo('a');

            wire.trouble(Trouble.CUT, us);
            socket.setSoTimeout(LONG_ENOUGH_TO_COME_MILLIS);
            assertThatThrownBy(() -> ask(socket, 'b')).hasMessageContaining("timed out");

            wire.calm();
            socket.setSoTimeout(0);
            assertThat(socket.getInputStream().read()).isEqualTo('b');
        }
    }

    @Test
    void breaksConnectionsAndNewOnesUntilItIsCalmAgain() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ask(socket, 'a')).isEqualTo('a');

            wire.trouble(Trouble.RESET, us);
            assertThatThrownBy(() -> ask(socket, 'b')).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> ask(connect(), 'c')).isInstanceOf(IOException.class);
        }
        wire.calm();
        try (Socket again = connect()) {
            assertThat(ask(again, 'd')).isEqualTo('d');
        }
    }

    @Test
    void comesThroughLateWhileItIsSlow() throws IOException {
        try (Socket socket = connect()) {
            wire.trouble(Trouble.SLOW, us);

            long begin = System.nanoTime();
            assertThat(ask(socket, 'a')).isEqualTo('a');
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThan(Duration.ofMillis(200));
        }
    }

    @Test
    void harmsNobodyElse() throws IOException {
        wire.trouble(Trouble.RESET, us.parent().orElseThrow());

        try (Socket socket = connect()) {
            assertThat(ask(socket, 'a')).isEqualTo('a');
        }
    }

    @Test
    void endsWhatTheOtherSideEnds() throws IOException {
        try (Socket socket = connect()) {
            ask(socket, 'a');
            socket.shutdownOutput();
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());

            assertThat(socket.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void refusesWhileNobodyListensBehindIt() throws IOException {
        echo.close();

        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            try (Socket socket = connect()) {
                assertThatThrownBy(() -> ask(socket, 'a')).isInstanceOf(IOException.class);
            }
        });
    }

    @Test
    void breaksWhatIsJustEnding() throws IOException {
        for (int i = 0; i < CONNECTIONS_THAT_END; i++) {
            try (Wire breaking = Wire.to(echo.getLocalPort());
                    Socket socket = new Socket(InetAddress.getLoopbackAddress(), breaking.port())) {
                ask(socket, 'a');
                socket.shutdownOutput();
            }
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), wire.port());
    }

    /** What comes back; an end is an error. */
    private static int ask(Socket socket, char letter) throws IOException {
        socket.getOutputStream().write(letter);
        int answer = socket.getInputStream().read();
        if (answer < 0) {
            throw new IOException("ended");
        }
        return answer;
    }

    private void answerAll() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread.ofVirtual().start(() -> answer(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void answer(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException broken) {
            // The client's side of the test sees it.
        }
    }
}
