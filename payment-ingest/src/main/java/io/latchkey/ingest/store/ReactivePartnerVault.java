package io.latchkey.ingest.store;

import io.latchkey.events.PartnerId;
import io.latchkey.ingest.app.PartnerVault;
import io.latchkey.ingest.domain.PartnerTerms;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What partners are and sign with, in a schema of PostgreSQL of its own. Each write counts itself. */
@ApplicationScoped
class ReactivePartnerVault implements PartnerVault {

    private static final String COUNTED = "with counted as (update vault.changes set number = number + 1) ";

    private static final String KEEP = COUNTED + """
            insert into vault.partner (partner_id, terms) values ($1, $2)
            on conflict (partner_id) do update set terms = excluded.terms""";

    private static final String KEEP_KEY = COUNTED + """
            insert into vault.partner_key (partner_id, key_id, sealed, until, kept_at) values ($1, $2, $3, $4, now())""";

    private static final String END_KEY =
            COUNTED + "update vault.partner_key set until = $3 where partner_id = $1 and key_id = $2";

    private static final String FORGET_KEY =
            COUNTED + "delete from vault.partner_key where partner_id = $1 and key_id = $2";

    private static final String CHANGES = "select number from vault.changes";

    // In one statement, so that the number is that of what it stands beside.
    private static final String ALL = """
            select number, partner_id, terms, null as key_id, null as sealed, null as until, null as kept_at
            from vault.changes left join vault.partner on true
            union all
            select number, partner_id, null, key_id, sealed, until, kept_at
            from vault.changes join vault.partner_key on true
            order by kept_at, key_id""";

    private final Database database;
    private final SealedKeys keys;

    ReactivePartnerVault(Database database, SealedKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public boolean canSeal() {
        return keys.canSeal();
    }

    @Override
    public Uni<Long> changes() {
        return database.run(CHANGES, Tuple.tuple())
                .map(rows -> rows.iterator().next().getLong(0));
    }

    @Override
    public Uni<Content> read() {
        return database.run(ALL, Tuple.tuple()).map(this::content);
    }

    private Content content(RowSet<Row> rows) {
        long changes = 0;
        Map<PartnerId, PartnerTerms> partners = new HashMap<>();
        Map<PartnerId, List<KeptKey>> kept = new HashMap<>();
        for (Row row : rows) {
            changes = row.getLong("number");
            String partner = row.getString("partner_id");
            if (partner == null) {
                continue; // there is none: the row is there for its number
            }
            PartnerId id = new PartnerId(partner);
            if (row.getString("key_id") == null) {
                partners.put(id, TermsJson.read(row.getString("terms")));
            } else {
                kept.computeIfAbsent(id, ignored -> new ArrayList<>()).add(key(id, row));
            }
        }
        return new Content(changes, partners, kept);
    }

    private KeptKey key(PartnerId id, Row row) {
        String keyId = row.getString("key_id");
        Optional<Instant> until =
                Optional.ofNullable(row.getOffsetDateTime("until")).map(OffsetDateTime::toInstant);
        return new KeptKey(
                keyId,
                keys.open(id, keyId, row.getString("sealed"), until),
                row.getOffsetDateTime("kept_at").toInstant());
    }

    @Override
    public Uni<Void> keep(PartnerId id, PartnerTerms terms) {
        return database.run(KEEP, Tuple.of(id.value(), TermsJson.write(terms))).replaceWithVoid();
    }

    @Override
    public Uni<Void> keepKey(PartnerId id, String keyId, String key, Optional<Instant> until) {
        return database.run(KEEP_KEY, Tuple.of(id.value(), keyId, keys.seal(id, keyId, key), time(until)))
                .replaceWithVoid();
    }

    @Override
    public Uni<Boolean> endKey(PartnerId id, String keyId, Optional<Instant> until) {
        return database.run(END_KEY, Tuple.of(id.value(), keyId, time(until))).map(rows -> rows.rowCount() > 0);
    }

    @Override
    public Uni<Boolean> forgetKey(PartnerId id, String keyId) {
        return database.run(FORGET_KEY, Tuple.of(id.value(), keyId)).map(rows -> rows.rowCount() > 0);
    }

    private static @Nullable OffsetDateTime time(Optional<Instant> moment) {
        return moment.map(one -> one.atOffset(ZoneOffset.UTC)).orElse(null);
    }
}
