package io.latchkey.issuer.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.latchkey.events.EventJson;
import io.latchkey.events.Notice.Ahead;
import io.latchkey.events.Restriction;
import io.latchkey.issuer.domain.ScreenNotice;
import io.latchkey.issuer.domain.TokenClaims;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Claims as JSON, always in the same order, so that equal claims are equal bytes. */
final class ClaimsJson {

    private ClaimsJson() {}

    static byte[] of(TokenClaims claims) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("iss", TokenClaims.ISSUER);
        json.put("jti", claims.id());
        json.put("iat", claims.issuedAt().getEpochSecond());
        json.put("aud", claims.deviceId().value());
        json.put("sub", claims.loanId().value());
        json.put("enr", enrollment(claims.enrollments()));
        json.put("rev", claims.revision());
        json.put("stg", claims.stage().name());
        json.put("rst", names(claims.restrictions()));
        json.put("rsn", claims.reason());
        json.put("ntc", notice(claims.notice()));
        try {
            return EventJson.mapper().writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write the claims of " + claims.id(), e);
        }
    }

    /** One number as long as nobody contests it. */
    private static Object enrollment(List<Integer> enrollments) {
        return enrollments.size() == 1 ? enrollments.get(0) : enrollments;
    }

    private static Map<String, Object> notice(ScreenNotice notice) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("locale", notice.locale());
        json.put("lender", notice.lender());
        json.put("amountDue", notice.amountDue());
        notice.oldestDueDate().ifPresent(date -> json.put("oldestDueDate", date.toString()));
        json.put("phone", notice.phone());
        json.put("url", notice.url());
        notice.ahead().ifPresent(step -> json.put("ahead", ahead(step)));
        json.put("text", new TreeMap<>(notice.text()));
        return json;
    }

    private static Map<String, Object> ahead(Ahead step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("stg", step.stage().name());
        json.put("rst", names(step.restrictions()));
        json.put("notBefore", step.notBefore().toString());
        json.put("toldOn", step.toldOn().toString());
        return json;
    }

    private static List<String> names(List<Restriction> restrictions) {
        return restrictions.stream().map(Restriction::wireName).toList();
    }
}
