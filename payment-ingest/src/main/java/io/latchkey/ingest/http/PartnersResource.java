package io.latchkey.ingest.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.AdministerPartners;
import io.latchkey.ingest.app.PartnerBook;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.PartnerTerms;
import io.latchkey.kit.http.OperatorOnly;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The partners. For operators. */
@Path("/v1/partners")
@OperatorOnly
@Produces(MediaType.APPLICATION_JSON)
public class PartnersResource {

    private final PartnerBook book;
    private final AdministerPartners administer;

    PartnersResource(PartnerBook book, AdministerPartners administer) {
        this.book = book;
        this.administer = administer;
    }

    /**
     * A page of the partners, by id.
     *
     * @param cursor {@code next} of the page before
     * @param limit the most that are answered, 1 to 200
     * @return partners and, if there are more, {@code next}
     */
    @GET
    public Page list(
            @QueryParam("cursor") Optional<String> cursor,
            @QueryParam("limit") @DefaultValue(Administration.DEFAULT_PAGE) int limit) {
        int most = Administration.pageSize(limit);
        List<PartnerDocument> rest = book.all().stream()
                .filter(partner -> partner.id().value().compareTo(cursor.orElse("")) > 0)
                .sorted(Comparator.comparing(partner -> partner.id().value()))
                .limit(most + 1L)
                .map(this::document)
                .toList();
        List<PartnerDocument> page = rest.stream().limit(most).toList();
        return new Page(
                page,
                rest.size() > most ? Optional.of(page.getLast().partnerId().value()) : Optional.empty());
    }

    /**
     * A partner.
     *
     * @param partnerId the partner
     * @return what is agreed with it; no key
     */
    @GET
    @Path("/{partnerId}")
    public PartnerDocument show(@PathParam("partnerId") String partnerId) {
        return document(Administration.known(book, partnerId));
    }

    /**
     * Takes in a partner, or changes what is agreed with it.
     *
     * @param partnerId the partner
     * @param body the document
     * @return 201 for a new partner, or 200
     */
    @PUT
    @Path("/{partnerId}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> agree(@PathParam("partnerId") String partnerId, byte[] body) {
        PartnerId id = Administration.id(partnerId);
        if (book.isOfFile(id)) {
            return Uni.createFrom()
                    .item(Problems.response(
                            409,
                            "this partner stands in the partners' file; change it there and start the service again"));
        }
        PartnerTerms terms = PartnerReader.read(Administration.document(body));
        return administer
                .agree(id, terms)
                .map(isNew -> Response.status(isNew ? 201 : 200)
                        .entity(show(partnerId))
                        .build())
                .onFailure(UnavailableException.class)
                .recoverWithItem(Answers::unavailable);
    }

    private PartnerDocument document(Partner partner) {
        return PartnerDocument.of(partner, book.isOfFile(partner.id()));
    }

    /**
     * A page.
     *
     * @param partners by id
     * @param next the cursor of the next page, if there are more
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Page(List<PartnerDocument> partners, Optional<String> next) {}
}
