package io.latchkey.virtual.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.latchkey.events.testing.Exchange;
import io.latchkey.events.testing.OpenApi;
import io.latchkey.virtual.app.EnrollmentRefusedException;
import io.latchkey.virtual.app.GatewayUnavailableException;
import io.latchkey.virtual.app.Handsets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandsetServerTest {

    private static final String BODY = "{\"imei\":\"490154203237518\",\"enrollmentCode\":\"ABCD\"}";

    private static final OpenApi API = OpenApi.at("/io/latchkey/virtual/http/openapi.yaml");

    private final HttpClient client = HttpClient.newHttpClient();
    private final FakeHandsets fakes = new FakeHandsets();
    private HandsetServer server;

    @BeforeEach
    void serve() throws IOException {
        server = new HandsetServer(0, new Handsets(fakes, fakes, fakes), new ObjectMapper());
        server.open();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void enrollsAHandsetAndShowsWhatItHoldsWithoutItsImei() throws Exception {
        HttpResponse<String> created = send("POST", "/handsets", BODY);

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body())
                .contains("\"online\":true", "\"revision\":0", "\"stage\":\"CURRENT\"", "\"restrictions\":[]")
                .contains("\"notice\":null", "\"appliedAt\":null")
                .doesNotContain("490154203237518");
        assertThat(send("GET", "/handsets/490154203237518", "").body()).isEqualTo(created.body());
        assertThat(send("GET", "/handsets/" + FakeHandsets.DEVICE, "").body()).isEqualTo(created.body());
        assertThat(send("GET", "/handsets", "").body()).isEqualTo("[" + created.body() + "]");
    }

    @Test
    void switchesAHandsetOffAndOnAndRemembersIt() throws Exception {
        send("POST", "/handsets", BODY);

        assertThat(send("POST", "/handsets/490154203237518/offline", "").body()).contains("\"online\":false");
        assertThat(fakes.switchedOn).isFalse();
        assertThat(send("POST", "/handsets/490154203237518/online", "").body()).contains("\"online\":true");
        assertThat(fakes.switchedOn).isTrue();
        assertThat(send("POST", "/handsets/490154203237518/refresh", "").body()).contains("\"unacknowledged\":1");
    }

    @Test
    void wipesAHandsetWhichEnrollsAgainWithAnotherKeyAndAnEmptyMemory() throws Exception {
        send("POST", "/handsets", BODY);
        send("POST", "/handsets/490154203237518/refresh", "");

        HttpResponse<String> wiped = send("POST", "/handsets/490154203237518/wipe", "");

        assertThat(wiped.body()).contains("\"enrollment\":2", "\"online\":true", "\"unacknowledged\":0");
        assertThat(fakes.keys).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void aWipedHandsetWhoseNewKeyIsRefusedIsWhatItWas() throws Exception {
        send("POST", "/handsets", BODY);
        fakes.refusal = new EnrollmentRefusedException(
                429, "{\"type\":\"about:blank\",\"title\":\"Too many tries\",\"status\":429}");

        assertThat(send("POST", "/handsets/490154203237518/wipe", "").statusCode())
                .isEqualTo(429);

        assertThat(send("GET", "/handsets/490154203237518", "").body()).contains("\"enrollment\":1", "\"online\":true");
    }

    @Test
    void aWipedHandsetThatNobodyAnswersStaysOffAndEnrollsWithTheSameKeyWhenItIsSwitchedOn() throws Exception {
        send("POST", "/handsets", BODY);
        fakes.refusal = new GatewayUnavailableException("away");

        assertThat(send("POST", "/handsets/490154203237518/wipe", "").statusCode())
                .isEqualTo(503);
        assertThat(send("GET", "/handsets/490154203237518", "").body()).contains("\"online\":false");
        fakes.refusal = null;
        HttpResponse<String> on = send("POST", "/handsets/490154203237518/online", "");

        assertThat(on.body()).contains("\"enrollment\":2", "\"online\":true");
        assertThat(fakes.keys.get(2)).isEqualTo(fakes.keys.get(1));
    }

    @Test
    void namesEveryMissingField() throws Exception {
        HttpResponse<String> answer = send("POST", "/handsets", "{\"imei\":7}");

        assertProblem(answer, 422);
        assertThat(answer.body()).contains("\"/imei\"", "\"/enrollmentCode\"");
    }

    @Test
    void refusesWhatIsNoJsonObject() throws Exception {
        assertProblem(send("POST", "/handsets", "{"), 400);
        assertProblem(send("POST", "/handsets", ""), 400);
        assertProblem(send("POST", "/handsets", "[]"), 400);
        assertProblem(send("POST", "/handsets", "x".repeat(20_000)), 413);
    }

    @Test
    void refusesAnImeiThatLivesHereAlready() throws Exception {
        send("POST", "/handsets", BODY);

        assertProblem(send("POST", "/handsets", BODY), 409);
    }

    @Test
    void passesTheGatewaysReasonOn() throws Exception {
        String reason = "{\"title\":\"Code is used\",\"status\":409}";
        fakes.refusal = new EnrollmentRefusedException(409, reason);

        HttpResponse<String> answer = send("POST", "/handsets", BODY);

        assertProblem(answer, 409);
        assertThat(answer.body()).isEqualTo(reason);
    }

    @Test
    void bringsTheSameKeyAgainWhenTheGatewaysAnswerWasLost() throws Exception {
        fakes.refusal = new GatewayUnavailableException("no answer");
        assertProblem(send("POST", "/handsets", BODY), 503);
        fakes.refusal = null;

        assertThat(send("POST", "/handsets", BODY).statusCode()).isEqualTo(201);
        assertThat(fakes.keys).hasSize(2);
        assertThat(fakes.keys.get(0)).isEqualTo(fakes.keys.get(1));
    }

    @Test
    void tellsUnknownHandsetsPathsAndMethodsApart() throws Exception {
        assertProblem(send("GET", "/handsets/1", ""), 404);
        assertProblem(send("POST", "/handsets/1/offline", ""), 404);
        assertProblem(send("GET", "/elsewhere", ""), 404);
        assertProblem(send("DELETE", "/handsets/1", ""), 405);
        assertThat(send("DELETE", "/handsets", "").headers().firstValue("Allow"))
                .contains("GET, POST");
    }

    @Test
    void servesThePageUnderAPolicyThatLetsNothingForeignIn() throws Exception {
        for (String path : new String[] {"/", "/page.css", "/page.js", "/phone.js"}) {
            HttpResponse<String> answer = send("GET", path, "");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
            assertThat(answer.body()).doesNotContain("innerHTML").doesNotContain("style=");
        }
    }

    @Test
    void itsDocumentIsWholeAndIsServed() throws Exception {
        assertThat(API.faults()).as("faults of openapi.yaml").isEmpty();

        HttpResponse<String> answer = send("GET", "/openapi.yaml", "");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
    }

    @Test
    void whatItsDocumentDescribesIsThere() throws Exception {
        send("POST", "/handsets", BODY);

        for (String operation : API.operations()) {
            String[] step = operation.replace("{id}", "490154203237518").split(" ", 2);
            assertThat(send(step[0], step[1], "").statusCode()).as(operation).isNotIn(404, 405);
        }
    }

    @Test
    void turnsAwayOtherSitesInTheSameBrowser() throws Exception {
        HttpRequest request = request("POST", "/handsets", BODY)
                .header("Sec-Fetch-Site", "cross-site")
                .build();

        assertProblem(send(request, BODY), 403);
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(request(method, path, body).build(), body);
    }

    /** Every answer must be as documented. */
    private HttpResponse<String> send(HttpRequest request, String body) throws Exception {
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        API.check(Exchange.of(answer, body));
        return answer;
    }

    private HttpRequest.Builder request(String method, String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, BodyPublishers.ofString(body));
    }
}
