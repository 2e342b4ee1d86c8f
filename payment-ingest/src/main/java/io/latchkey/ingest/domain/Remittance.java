package io.latchkey.ingest.domain;

import io.latchkey.ingest.domain.RemittanceRule.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What banks and payer said about a transaction.
 *
 * @param references those that are given
 * @param structured structured creditor references
 * @param lines free text
 */
public record Remittance(Map<Reference, String> references, List<String> structured, List<String> lines) {

    /** Copies all. */
    public Remittance {
        references = Map.copyOf(references);
        structured = List.copyOf(structured);
        lines = List.copyOf(lines);
    }

    /**
     * One reference.
     *
     * @param reference which
     * @return nothing if it is not given
     */
    public Optional<String> reference(Reference reference) {
        return Optional.ofNullable(references.get(reference));
    }
}
