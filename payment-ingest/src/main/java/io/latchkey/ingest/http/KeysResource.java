package io.latchkey.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.latchkey.ingest.app.AdministerPartners;
import io.latchkey.ingest.app.AdministerPartners.NewKey;
import io.latchkey.ingest.app.PartnerBook;
import io.latchkey.ingest.app.PartnerVault;
import io.latchkey.ingest.app.PartnerVault.KeptKey;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.ingest.domain.LiveKey;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.WebhookKey;
import io.latchkey.kit.http.OperatorOnly;
import io.latchkey.kit.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What partners sign with. For operators. A secret is shown once, when it is made. */
@Path("/v1/partners/{partnerId}/keys")
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
public class KeysResource {

    private final PartnerBook book;
    private final PartnerVault vault;
    private final AdministerPartners administer;

    KeysResource(PartnerBook book, PartnerVault vault, AdministerPartners administer) {
        this.book = book;
        this.vault = vault;
        this.administer = administer;
    }

    /**
     * A partner's keys.
     *
     * @param partnerId the partner
     * @return all of them, those that have ended too, without themselves
     */
    @GET
    public Keys list(@PathParam("partnerId") String partnerId) {
        Partner partner = Administration.known(book, partnerId);
        List<KeptKey> kept = book.keptKeys(partner.id());
        Stream<Entry> ofFile = partner.keys().stream()
                .filter(key -> kept.stream().noneMatch(one -> one.key().equals(key)))
                .map(Entry::ofFile);
        return new Keys(Stream.concat(ofFile, kept.stream().map(Entry::of)).toList());
    }

    /**
     * Makes a secret, or takes a public key.
     *
     * @param partnerId the partner
     * @param body which of both, and when it ends
     * @return 201 with the secret, if it was made here
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> add(@PathParam("partnerId") String partnerId, byte[] body) {
        Partner partner = Administration.known(book, partnerId);
        KeyRequest wish = KeyRequest.read(Administration.document(body));
        if (!vault.canSeal()) {
            return refused("this service has nothing to seal keys with; set LATCHKEY_VAULT_KEYS and start it again");
        }
        if (book.keptKeys(partner.id()).size() >= AdministerPartners.MOST_KEYS) {
            return refused("a partner may have " + AdministerPartners.MOST_KEYS + " keys; delete one that has ended");
        }
        Uni<NewKey> made = wish.publicKey()
                .map(key -> administer.takePublicKey(partner.id(), key, wish.until()))
                .orElseGet(() -> administer.makeSecret(partner.id(), wish.until()));
        return made.map(key -> Response.status(201).entity(Added.of(key, wish)).build())
                .onFailure(UnavailableException.class)
                .recoverWithItem(Answers::unavailable);
    }

    /**
     * Gives a key another end, so that an old and a new one overlap while the partner changes over.
     *
     * @param partnerId the partner
     * @param keyId the key
     * @param body when it ends; without an end it is for good
     * @return 204
     */
    @PUT
    @Path("/{keyId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> end(@PathParam("partnerId") String partnerId, @PathParam("keyId") String keyId, byte[] body) {
        Partner partner = Administration.known(book, partnerId);
        KeyRequest wish = KeyRequest.readEnd(Administration.document(body));
        return answer(administer.endKey(partner.id(), keyId, wish.until()));
    }

    /**
     * Forgets a key at once.
     *
     * @param partnerId the partner
     * @param keyId the key
     * @return 204
     */
    @DELETE
    @Path("/{keyId}")
    public Uni<Response> forget(@PathParam("partnerId") String partnerId, @PathParam("keyId") String keyId) {
        return answer(administer.forgetKey(Administration.known(book, partnerId).id(), keyId));
    }

    private static Uni<Response> answer(Uni<Boolean> found) {
        return found.map(there -> there
                        ? Response.noContent().build()
                        : Problems.response(
                                404, "the partner has no such key here; a key of the partners' file is changed there"))
                .onFailure(UnavailableException.class)
                .recoverWithItem(Answers::unavailable);
    }

    private static Uni<Response> refused(String detail) {
        return Uni.createFrom().item(Problems.response(409, detail));
    }

    /**
     * A partner's keys.
     *
     * @param keys those of the file before the others, the oldest first
     */
    public record Keys(List<Entry> keys) {}

    /**
     * A key, without itself.
     *
     * @param keyId its name; a key of the file has none
     * @param from {@code file} or {@code administration}
     * @param version of the signatures that it is for, {@code v1} or {@code v1a}
     * @param until when it ends, if it does
     * @param keptAt since when it is known here
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Entry(
            Optional<String> keyId, String from, String version, Optional<Instant> until, Optional<Instant> keptAt) {

        static Entry of(KeptKey key) {
            return new Entry(
                    Optional.of(key.keyId()),
                    "administration",
                    key.key().key().version(),
                    key.key().until(),
                    Optional.of(key.keptAt()));
        }

        static Entry ofFile(LiveKey key) {
            return new Entry(Optional.empty(), "file", key.key().version(), key.until(), Optional.empty());
        }
    }

    /**
     * A key that was added.
     *
     * @param keyId its name
     * @param version of the signatures that it is for
     * @param secret the secret, if it was made here; it is told this once
     * @param until when it ends, if it does
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Added(String keyId, String version, Optional<String> secret, Optional<Instant> until) {

        static Added of(NewKey key, KeyRequest wish) {
            return new Added(
                    key.keyId(),
                    WebhookKey.of(key.text()).version(),
                    wish.publicKey().isPresent() ? Optional.empty() : Optional.of(key.text()),
                    wish.until());
        }
    }
}
