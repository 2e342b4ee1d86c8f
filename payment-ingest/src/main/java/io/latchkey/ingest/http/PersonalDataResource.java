package io.latchkey.ingest.http;

import io.latchkey.ingest.app.ErasePersonalData;
import io.latchkey.ingest.app.Partners;
import io.latchkey.ingest.app.UnavailableException;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.kit.http.OperatorOnly;
import io.latchkey.kit.http.Problems;
import io.latchkey.kit.identity.Pseudonyms;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

/** A borrower's personal data. For operators. */
@Path("/v1/partners/{partnerId}/loans/{accountNumber}/personal-data")
@OperatorOnly
public class PersonalDataResource {

    private final Partners partners;
    private final Pseudonyms pseudonyms;
    private final ErasePersonalData erase;

    PersonalDataResource(Partners partners, Pseudonyms pseudonyms, ErasePersonalData erase) {
        this.partners = partners;
        this.pseudonyms = pseudonyms;
        this.erase = erase;
    }

    /**
     * Erases it everywhere, for good.
     *
     * @param partnerId the partner
     * @param accountNumber its number of the loan
     * @return 204; the same again changes nothing
     */
    @DELETE
    public Uni<Response> erase(
            @PathParam("partnerId") String partnerId, @PathParam("accountNumber") String accountNumber) {
        Partner partner = Administration.known(partners, partnerId);
        return erase.of(partner.id(), pseudonyms.loanId(partner.id(), accountNumber))
                .map(known ->
                        known ? Response.noContent().build() : Problems.response(404, "the partner has no such loan"))
                .onFailure(UnavailableException.class)
                .recoverWithItem(Answers::unavailable);
    }
}
