package io.latchkey.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.latchkey.events.EventJson;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.PolicyFault;
import io.latchkey.ingest.app.Partners;
import io.latchkey.ingest.app.PolicyBook;
import io.latchkey.ingest.app.Publication;
import io.latchkey.ingest.app.PublishPolicy;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.http.OperatorOnly;
import io.latchkey.kit.http.Problem.FieldError;
import io.latchkey.kit.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** The policies that partners' loans are signed under. For operators. */
@Path("/v1/partners/{partnerId}/policies")
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
public class PoliciesResource {

    private final Partners partners;
    private final PolicyBook policies;
    private final PublishPolicy publishPolicy;

    PoliciesResource(Partners partners, PolicyBook policies, PublishPolicy publishPolicy) {
        this.partners = partners;
        this.policies = policies;
        this.publishPolicy = publishPolicy;
    }

    /**
     * A page of a partner's policies, by name.
     *
     * @param partnerId the partner
     * @param cursor {@code next} of the page before
     * @param limit the most that are answered, 1 to 200
     * @return the newest version of each and, if there are more, {@code next}
     */
    @GET
    public Page list(
            @PathParam("partnerId") String partnerId,
            @QueryParam("cursor") Optional<String> cursor,
            @QueryParam("limit") @DefaultValue(Administration.DEFAULT_PAGE) int limit) {
        return Page.of(
                policies.of(partner(partnerId).id()).newestOfEach(), cursor.orElse(""), Administration.pageSize(limit));
    }

    /**
     * The newest version of a policy.
     *
     * @param partnerId the partner
     * @param name the policy's name
     * @return the document
     */
    @GET
    @Path("/{name}")
    public Response show(@PathParam("partnerId") String partnerId, @PathParam("name") String name) {
        return policies.of(partner(partnerId).id())
                .newest(name)
                .map(policy -> Response.ok(document(policy)).build())
                .orElseGet(() -> Problems.response(404, "the partner has no such policy"));
    }

    /**
     * Publishes the next version of a policy, unless the newest one says the same.
     *
     * @param partnerId the partner
     * @param name the policy's name
     * @param body the document
     * @return 201 with the new version, or 200 with the one that there is
     */
    @PUT
    @Path("/{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> publish(
            @PathParam("partnerId") String partnerId, @PathParam("name") String name, byte[] body) {
        Partner partner = partner(partnerId);
        return publishPolicy
                .publish(partner, PolicyBody.read(Administration.document(body), name))
                .map(PoliciesResource::answer)
                .onFailure(UnavailableException.class)
                .recoverWithItem(Answers::unavailable);
    }

    private static Response answer(Publication publication) {
        return switch (publication) {
            case Publication.Published published ->
                Response.status(201).entity(document(published.policy())).build();
            case Publication.Unchanged unchanged ->
                Response.ok(document(unchanged.policy())).build();
            case Publication.Refused refused ->
                Problems.unprocessable(
                        refused.faults().stream().map(PoliciesResource::error).toList());
        };
    }

    private static FieldError error(PolicyFault fault) {
        return new FieldError(
                fault.pointer(), fault.sentence(), Optional.of(fault.code().code()), fault.clause());
    }

    private Partner partner(String id) {
        return Administration.known(partners, id);
    }

    private static JsonNode document(Policy policy) {
        return EventJson.mapper().valueToTree(policy);
    }

    /**
     * A page.
     *
     * @param policies by name
     * @param next the cursor of the next page, if there are more
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<Entry> policies, Optional<String> next) {

        static Page of(List<Policy> all, String after, int limit) {
            List<Entry> rest = all.stream()
                    .filter(policy -> policy.name().compareTo(after) > 0)
                    .map(policy -> new Entry(policy.name(), policy.version(), policy.jurisdiction()))
                    .toList();
            List<Entry> page = rest.stream().limit(limit).toList();
            return new Page(
                    page, rest.size() > limit ? Optional.of(page.getLast().name()) : Optional.empty());
        }
    }

    /**
     * A policy in short.
     *
     * @param name unique within the partner
     * @param version its newest
     * @param jurisdiction of the law that it keeps to
     */
    public record Entry(String name, int version, String jurisdiction) {}
}
