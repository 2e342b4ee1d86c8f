package io.latchkey.ingest.iso20022;

import io.latchkey.ingest.app.BankReport;
import io.latchkey.ingest.app.BankReports;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.SignedContent;
import io.latchkey.kit.identity.Pseudonyms;
import jakarta.enterprise.context.ApplicationScoped;

/** Reports of ISO 20022. */
@ApplicationScoped
class CamtReports implements BankReports {

    private static final int MANY = 1_000;

    private final Pseudonyms pseudonyms;

    CamtReports(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    @Override
    public BankReport open(Partner partner, SignedContent content) {
        Judgement judgement = new Judgement(partner, pseudonyms);
        try (CamtReport whole = new CamtReport(XmlCursor.of(content.open()), judgement)) {
            while (!whole.next(MANY).isEmpty()) {
                // Read to its end: it throws where it cannot be read.
            }
        }
        return new CamtReport(XmlCursor.of(content.open()), judgement);
    }
}
