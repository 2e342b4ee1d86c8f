package io.latchkey.ingest.iso20022;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.events.LoanId;
import io.latchkey.events.PartnerId;
import io.latchkey.events.PartnerProfile;
import io.latchkey.ingest.TestKeys;
import io.latchkey.ingest.app.BankReport;
import io.latchkey.ingest.domain.BankEntry;
import io.latchkey.ingest.domain.Pace;
import io.latchkey.ingest.domain.Partner;
import io.latchkey.ingest.domain.PartnerTerms;
import io.latchkey.ingest.domain.RawBody;
import io.latchkey.ingest.domain.RemittanceRule;
import io.latchkey.kit.identity.Pseudonyms;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Documents as banks send them, made from their parts, and what is read in them. */
final class Camt {

    static final String BOOKED = "<BookgDt><Dt>2026-11-27</Dt></BookgDt>";
    static final String CREDIT = "<CdtDbtInd>CRDT</CdtDbtInd>";
    static final String DEBIT = "<CdtDbtInd>DBIT</CdtDbtInd>";

    private static final Pseudonyms PSEUDONYMS = new Pseudonyms(TestKeys.config());
    private static final PartnerId PARTNER = new PartnerId("sandbox");

    private Camt() {}

    /** A notification of one report. */
    static RawBody notification(String version, String entries) {
        return document("camt.054.001." + version, "BkToCstmrDbtCdtNtfctn", "Ntfctn", entries);
    }

    static RawBody statement(String version, String entries) {
        return document("camt.053.001." + version, "BkToCstmrStmt", "Stmt", entries);
    }

    private static RawBody document(String schema, String message, String report, String entries) {
        return body("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:"
                + schema
                + "\"><" + message + "><GrpHdr><MsgId>MSG-1</MsgId><CreDtTm>2026-11-27T18:00:00</CreDtTm></GrpHdr><"
                + report + "><Id>R-1</Id><Acct><Id><Othr><Id>001</Id></Othr></Id></Acct>\n" + entries + "\n</" + report
                + "></" + message + "></Document>");
    }

    static RawBody body(String text) {
        return new RawBody(text.getBytes(UTF_8));
    }

    /** An entry of 5,400.00 KES, without its transactions' element if there are none. */
    static String entry(String indicator, String status, String transactions) {
        return "<Ntry><Amt Ccy=\"KES\">5400.00</Amt>" + indicator + "<Sts>" + status + "</Sts>" + BOOKED
                + "<AcctSvcrRef>ENTRY-1</AcctSvcrRef>"
                + (transactions.isEmpty() ? "" : "<NtryDtls>" + transactions + "</NtryDtls>") + "</Ntry>";
    }

    static String transaction(String reference, String amount, String account) {
        return "<TxDtls><Refs><AcctSvcrRef>" + reference + "</AcctSvcrRef><EndToEndId>NOTPROVIDED</EndToEndId></Refs>"
                + (amount.isEmpty() ? "" : "<Amt Ccy=\"KES\">" + amount + "</Amt>" + CREDIT) + remittance(account)
                + "</TxDtls>";
    }

    static String remittance(String account) {
        return "<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp><Ref>" + account
                + "</Ref></CdtrRefInf></Strd></RmtInf>";
    }

    /** All entries, a few at a time. */
    static List<BankEntry> read(RawBody document, RemittanceRule rule) {
        List<BankEntry> all = new ArrayList<>();
        try (BankReport report = new CamtReports(PSEUDONYMS).open(partner(rule), document)) {
            List<BankEntry> some = report.next(2);
            while (!some.isEmpty()) {
                all.addAll(some);
                some = report.next(2);
            }
            assertThat(report.messageId()).isEqualTo("MSG-1");
        }
        return all;
    }

    static LoanId loanId(String account) {
        return PSEUDONYMS.loanId(PARTNER, account);
    }

    private static Partner partner(RemittanceRule rule) {
        return new Partner(
                PARTNER,
                new PartnerTerms(
                        new PartnerProfile(
                                "Sandbox", "KE", ZoneId.of("Africa/Nairobi"), "+254700000000", "https://s.example"),
                        rule,
                        Pace.DEFAULT,
                        Partner.Feed.MANUAL,
                        false),
                List.of(),
                List.of());
    }
}
