package fi.tiski.platform.limits;

import static fi.tiski.platform.tables.Tables.ALLOWANCE;
import static fi.tiski.platform.tables.Tables.FAILED_TRIES;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.val;

import fi.tiski.platform.tables.tables.records.FailedTriesRecord;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what is asked for. Answers at once: nobody is made to wait inside. */
@Service
@Transactional
public class Limits {

    private final DSLContext sql;
    private final InstantSource clock;

    Limits(DSLContext sql, InstantSource clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes one of what there is at this rate, in one statement. */
    public Asking take(Counted what, Rate rate) {
        var now = now();
        var until = now.plus(rate.oneEvery());
        var taken = sql.insertInto(ALLOWANCE)
                .set(ALLOWANCE.WHAT, what.hash())
                .set(ALLOWANCE.SPENT_UNTIL, until)
                .onConflict(ALLOWANCE.WHAT)
                .doUpdate()
                .set(
                        ALLOWANCE.SPENT_UNTIL,
                        field(
                                "greatest({0} + ({1} - {2}), {1})",
                                Instant.class, ALLOWANCE.SPENT_UNTIL, excluded(ALLOWANCE.SPENT_UNTIL), val(now)))
                .where(ALLOWANCE.SPENT_UNTIL.le(now.plus(rate.ahead())))
                .execute();
        return taken == 1
                ? new Asking.Granted()
                : new Asking.NotBefore(sql.select(ALLOWANCE.SPENT_UNTIL)
                        .from(ALLOWANCE)
                        .where(ALLOWANCE.WHAT.eq(what.hash()))
                        .fetchOptional(ALLOWANCE.SPENT_UNTIL)
                        .map(spent -> spent.minus(rate.ahead()))
                        .filter(now::isBefore)
                        .orElse(now));
    }

    /**
     * Counts a try at a secret before it is looked at, against all that it is counted by: for an account and for an
     * address, say. Either all of them grant it or none counts it. Who was right afterwards is {@linkplain #forget
     * forgotten}.
     */
    public Asking tryOnce(Map<Counted, Patience> counted) {
        var now = now();
        // Always in the same order, so that two tries never wait for each other.
        var ordered = counted.entrySet().stream()
                .map(one -> new Watched(one.getKey().hash(), one.getValue()))
                .sorted(Comparator.comparing(one -> HexFormat.of().formatHex(one.what())))
                .toList();
        ordered.forEach(one -> begin(one, now));
        var rows = ordered.stream().map(one -> locked(one.what())).toList();
        var latest = rows.stream().map(FailedTriesRecord::getWaitUntil).max(Comparator.naturalOrder());
        if (latest.filter(now::isBefore).isPresent()) {
            return new Asking.NotBefore(latest.get());
        }
        for (int i = 0; i < rows.size(); i++) {
            count(rows.get(i), now, ordered.get(i).patience());
        }
        return new Asking.Granted();
    }

    /** It was right: everything that was counted by these is forgotten. */
    public void forget(List<Counted> counted) {
        counted.forEach(what -> sql.deleteFrom(FAILED_TRIES)
                .where(FAILED_TRIES.WHAT.eq(what.hash()))
                .execute());
    }

    /** It was right, but only this one try is taken back: others with the same address may be guessing still. */
    public void takeBack(Counted counted) {
        sql.update(FAILED_TRIES)
                .set(FAILED_TRIES.TIMES, FAILED_TRIES.TIMES.minus(1))
                .set(FAILED_TRIES.WAIT_UNTIL, now())
                .where(FAILED_TRIES.WHAT.eq(counted.hash()))
                .and(FAILED_TRIES.TIMES.gt(0))
                .execute();
    }

    /** Removes the counts that no longer mean anything; how many there were. */
    public int forgetOld() {
        var now = now();
        return sql.deleteFrom(ALLOWANCE).where(ALLOWANCE.SPENT_UNTIL.le(now)).execute()
                + sql.deleteFrom(FAILED_TRIES)
                        .where(FAILED_TRIES.FORGET_AT.le(now))
                        .execute();
    }

    /** As finely as the database keeps it: rounded up there, a time that is now would be one to come. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private record Watched(byte[] what, Patience patience) {}

    private void begin(Watched one, Instant now) {
        sql.insertInto(FAILED_TRIES)
                .set(FAILED_TRIES.WHAT, one.what())
                .set(FAILED_TRIES.TIMES, 0)
                .set(FAILED_TRIES.WAIT_UNTIL, now)
                .set(FAILED_TRIES.FORGET_AT, now.plus(one.patience().forgottenAfter()))
                .onConflict(FAILED_TRIES.WHAT)
                .doNothing()
                .execute();
    }

    private FailedTriesRecord locked(byte[] what) {
        return sql.selectFrom(FAILED_TRIES)
                .where(FAILED_TRIES.WHAT.eq(what))
                .forUpdate()
                .fetchSingle();
    }

    private void count(FailedTriesRecord row, Instant now, Patience patience) {
        var times = row.getForgetAt().isAfter(now) ? row.getTimes() + 1 : 1;
        sql.update(FAILED_TRIES)
                .set(FAILED_TRIES.TIMES, times)
                .set(FAILED_TRIES.WAIT_UNTIL, now.plus(patience.after(times)))
                .set(FAILED_TRIES.FORGET_AT, now.plus(patience.forgottenAfter()))
                .where(FAILED_TRIES.WHAT.eq(row.getWhat()))
                .execute();
    }
}
