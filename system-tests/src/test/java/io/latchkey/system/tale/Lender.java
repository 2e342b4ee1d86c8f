package io.latchkey.system.tale;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.latchkey.events.PartnerId;
import io.latchkey.events.policy.Packs;
import io.latchkey.events.policy.Policy;
import io.latchkey.events.policy.PolicyReading;
import io.latchkey.system.story.Market;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * Who lends under which policy.
 *
 * @param partnerId the partner
 * @param market where the handsets are sold, and under which policy
 * @param policy that policy
 */
public record Lender(PartnerId partnerId, Market market, Policy policy) {

    private static final String FILE = "partners.json";

    /**
     * Writes a file of partners, for a stack that shall know these and others.
     *
     * @param others the file that has the others
     */
    public static void write(Path file, Path others) {
        ObjectMapper json = new ObjectMapper();
        try (InputStream ours = ours()) {
            ObjectNode all = (ObjectNode) json.readTree(others.toFile());
            ((ArrayNode) all.required("partners"))
                    .addAll((ArrayNode) json.readTree(ours).required("partners"));
            Files.createDirectories(file.toAbsolutePath().getParent());
            json.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** One for each policy of each partner. */
    static List<Lender> all() {
        List<Lender> all = new ArrayList<>();
        try (InputStream ours = ours()) {
            for (JsonNode partner : new ObjectMapper().readTree(ours).path("partners")) {
                partner.path("policies").forEach(policy -> all.add(of(partner, policy)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the partners", e);
        }
        return List.copyOf(all);
    }

    private static Lender of(JsonNode partner, JsonNode document) {
        Policy policy = PolicyReading.of(document, Packs.shipped()).policy().orElseThrow();
        String country = partner.path("country").asText();
        Market market = new Market(
                Currency.getInstance(Locale.of("", country)).getCurrencyCode(),
                partner.path("timeZone").asText(),
                policy.jurisdiction(),
                policy.name(),
                "en-" + country);
        return new Lender(new PartnerId(partner.path("partnerId").asText()), market, policy);
    }

    private static InputStream ours() {
        return Objects.requireNonNull(Lender.class.getResourceAsStream(FILE), FILE);
    }
}
