package io.latchkey.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A bank's report with one thing spoilt, so that no payment of it can be taken: it is refused whole (400), or read and its one
 * transaction refused with a reason (200).
 */
final class SpoiledReport {

    private static final Set<Integer> UNREADABLE = Set.of(400);
    private static final Set<Integer> REFUSED_IN_IT = Set.of(200);

    private static final List<String> AMOUNTS = List.of(
            "1e400",
            "-1.00",
            "NaN",
            "",
            " ",
            "9223372036854775808",
            "1.001",
            "0.00",
            "1,00",
            "0x10",
            "٣٤",
            "9".repeat(500));
    private static final List<String> PROLOGS = List.of(
            "<!DOCTYPE a>",
            "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:1/\">]>",
            "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>",
            "<?xml version=\"9.9\"?>",
            "something before it");
    private static final List<String> IN_TEXT =
            List.of("&nothing;", "&#0;", "&#xD800;", "<", "]]>", "\u0001", "<!-- -- -->", "<?xml version=\"1.0\"?>");

    private final String how;
    private final byte[] body;
    private final Set<Integer> statuses;

    private SpoiledReport(String how, byte[] body, Set<Integer> statuses) {
        this.how = how;
        this.body = body;
        this.statuses = statuses;
    }

    byte[] body() {
        return body;
    }

    /** One of these must be answered. */
    Set<Integer> statuses() {
        return statuses;
    }

    static SpoiledReport of(Random chance) {
        String valid = valid("1.00", "KES");
        return switch (chance.nextInt(9)) {
            case 0 -> {
                byte[] bytes = valid.getBytes(UTF_8);
                int end = chance.nextInt(bytes.length - 12);
                yield new SpoiledReport("cut at " + end, Arrays.copyOf(bytes, end), UNREADABLE);
            }
            case 1 -> text("a prolog", pick(PROLOGS, chance) + valid);
            case 2 -> text("in a text", valid.replace("LN-SPOILT", "LN" + pick(IN_TEXT, chance)));
            case 3 -> withBytes(valid, chance);
            case 4 -> nested(valid, chance);
            case 5 ->
                text("another root", valid.replace("BkToCstmrDbtCdtNtfctn", pick(List.of("Rpt", "a", "x:y"), chance)));
            case 6 ->
                text(
                        "another version",
                        valid.replace(
                                "camt.054.001.08", pick(List.of("camt.054.001.99", "pain.001.001.09", ""), chance)));
            case 7 ->
                new SpoiledReport(
                        "an amount", valid(pick(AMOUNTS, chance), "KES").getBytes(UTF_8), REFUSED_IN_IT);
            default ->
                new SpoiledReport(
                        "a currency",
                        valid("1.00", pick(List.of("", "kes", "XXX", "KESX", "12A", "€"), chance))
                                .getBytes(UTF_8),
                        REFUSED_IN_IT);
        };
    }

    private static SpoiledReport text(String how, String text) {
        return new SpoiledReport(how, text.getBytes(UTF_8), UNREADABLE);
    }

    private static SpoiledReport withBytes(String valid, Random chance) {
        byte[] bytes = valid.getBytes(UTF_8);
        int at = chance.nextInt(bytes.length);
        ByteArrayOutputStream spoilt = new ByteArrayOutputStream();
        spoilt.write(bytes, 0, at);
        spoilt.writeBytes(new byte[] {(byte) 0xC3, (byte) 0x28});
        spoilt.write(bytes, at, bytes.length - at);
        return new SpoiledReport("malformed UTF-8 at " + at, spoilt.toByteArray(), UNREADABLE);
    }

    private static SpoiledReport nested(String valid, Random chance) {
        int depth = 1_000 + chance.nextInt(20_000);
        return text(
                "nested " + depth, valid.replace("<RmtInf>", "<RmtInf>" + "<a>".repeat(depth) + "</a>".repeat(depth)));
    }

    private static String valid(String amount, String currency) {
        return """
               <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.054.001.08"><BkToCstmrDbtCdtNtfctn>\
               <GrpHdr><MsgId>MSG-S</MsgId></GrpHdr><Ntfctn><Ntry><Amt Ccy="KES">1.00</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
               <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2027-01-31</Dt></BookgDt><NtryDtls><TxDtls><Refs>\
               <AcctSvcrRef>TX-SPOILT</AcctSvcrRef></Refs><Amt Ccy="%s">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd>\
               <RmtInf><Strd><CdtrRefInf><Ref>LN-SPOILT</Ref></CdtrRefInf></Strd></RmtInf></TxDtls></NtryDtls></Ntry>\
               </Ntfctn></BkToCstmrDbtCdtNtfctn></Document>""".formatted(currency, amount);
    }

    private static <T> T pick(List<T> all, Random chance) {
        return all.get(chance.nextInt(all.size()));
    }

    @Override
    public String toString() {
        String text = new String(body, UTF_8);
        return how + ": " + text.substring(0, Math.min(600, text.length()));
    }
}
