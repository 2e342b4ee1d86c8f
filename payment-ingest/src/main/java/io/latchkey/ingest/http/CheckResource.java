package io.latchkey.ingest.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.ingest.app.Partners;
import io.latchkey.ingest.app.PolicyBook;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.RawBody;
import io.latchkey.ingest.domain.SignatureCheck;
import io.latchkey.ingest.domain.SignatureCheck.Finding;
import io.latchkey.ingest.domain.SignatureCheck.Variant;
import io.latchkey.kit.clock.BusinessClock;
import io.latchkey.kit.clock.SystemClock;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.http.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Says what is wrong with a webhook, and takes nothing in. Public, for who sends a wrong signature cannot prove who it is; for
 * sandbox partners only.
 */
@Path("/v1/partners/{partnerId}/checks")
class CheckResource {

    /** A small one shows the same faults, and each is looked at many times. */
    private static final int MOST_BYTES = 16 << 10;

    private final Partners partners;
    private final PolicyBook policies;
    private final FactReader reader;
    private final SystemClock systemClock;
    private final BusinessClock businessClock;

    CheckResource(
            Partners partners,
            PolicyBook policies,
            FactReader reader,
            SystemClock systemClock,
            BusinessClock businessClock) {
        this.partners = partners;
        this.policies = policies;
        this.reader = reader;
        this.systemClock = systemClock;
        this.businessClock = businessClock;
    }

    /**
     * Checks a webhook.
     *
     * @param partnerId whose it is to be
     * @param request the webhook, as it would be sent
     * @return 200 with a finding for each part, whatever they are
     */
    @POST
    public Uni<Response> check(@PathParam("partnerId") String partnerId, @Context HttpServerRequest request) {
        return PartnerIds.read(partnerId)
                .flatMap(partners::find)
                .filter(partner -> partner.terms().sandbox())
                .map(partner -> BoundedBody.of(request, MOST_BYTES)
                        .map(body -> body.map(raw -> answer(partner, new WebhookHeaders(request.headers()), raw))
                                .orElseGet(() -> Problems.response(
                                        413, "send a body of at most " + MOST_BYTES + " bytes to be checked"))))
                .orElseGet(() ->
                        Uni.createFrom().item(Problems.response(404, "there is no such partner, or it is no sandbox")));
    }

    private Response answer(Partner partner, WebhookHeaders headers, RawBody body) {
        List<Checked> checked = new ArrayList<>();
        checked.add(
                headers.mediaType().equals("application/json")
                        ? Checked.right("content-type", "is application/json")
                        : Checked.wrong("content-type", "must be application/json"));
        SignatureCheck.of(headers.signed(body), variants(body), partner.keys(), systemClock.now()).stream()
                .map(Checked::of)
                .forEach(checked::add);
        checked.addAll(content(partner, body));
        boolean accepted = checked.stream()
                        .allMatch(one -> one.right() || one.part().equals("webhook-signature"))
                && checked.stream().anyMatch(one -> one.right() && one.part().equals("webhook-signature"));
        return Response.ok(new Answer(accepted, checked), MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    /** What a sender's tools like to make of a body between signing and sending. */
    private static List<Variant> variants(RawBody body) {
        String text = new String(body.bytes(), UTF_8);
        Optional<JsonNode> json = StrictJson.parse(body.bytes());
        return Stream.of(
                        Optional.of(variant("the body with a line feed at its end", text + "\n")),
                        Optional.of(variant("the body without the blanks at its end", text.stripTrailing())),
                        json.map(node -> variant("the body without blanks between its fields", node.toString())),
                        json.map(node -> variant("the body with indented lines", node.toPrettyString())))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Variant variant(String name, String text) {
        return new Variant(name, new RawBody(text.getBytes(UTF_8)));
    }

    private List<Checked> content(Partner partner, RawBody body) {
        Optional<JsonNode> json = StrictJson.parse(body.bytes());
        if (json.isEmpty()) {
            return List.of(Checked.wrong("body", StrictJson.EXPECTATION));
        }
        Surroundings around = new Surroundings(partner.id(), policies.of(partner.id()), businessClock.now());
        return switch (reader.read(around, json.get())) {
            case Reading.Wrong wrong -> wrong.errors().stream().map(Checked::of).toList();
            case Reading.Said said
            when !said.objections().isEmpty() ->
                said.objections().stream().map(Answers::error).map(Checked::of).toList();
            case Reading.Said said -> List.of(Checked.right("body", "says what a fact must say"));
        };
    }

    /**
     * What came of it.
     *
     * @param accepted whether it would have been taken in, if what it says is new
     * @param findings of each part
     */
    public record Answer(boolean accepted, List<Checked> findings) {}

    /**
     * What was found of a part.
     *
     * @param part a header's name, or {@code body}
     * @param pointer the field of the body
     * @param right whether it is as it must be
     * @param detail what is wrong and what would be right; or what was found
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Checked(String part, Optional<String> pointer, boolean right, String detail) {

        static Checked of(Finding finding) {
            return new Checked(finding.part(), Optional.empty(), finding.right(), finding.detail());
        }

        static Checked of(FieldError error) {
            return new Checked("body", Optional.of(error.pointer()), false, error.detail());
        }

        static Checked right(String part, String detail) {
            return new Checked(part, Optional.empty(), true, detail);
        }

        static Checked wrong(String part, String detail) {
            return new Checked(part, Optional.empty(), false, detail);
        }
    }
}
