package fi.tiski.domain.staffing;

import static fi.tiski.platform.tables.Tables.INTERPRETER;
import static fi.tiski.platform.tables.Tables.INTERPRETER_SHIFT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import fi.tiski.domain.people.OrganisationId;
import fi.tiski.platform.ids.Ids;
import fi.tiski.platform.live.Live;
import fi.tiski.platform.live.UntilChanged;
import fi.tiski.platform.tables.tables.records.InterpreterRecord;
import fi.tiski.platform.time.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who interprets, which languages and when. Changes are announced under {@link StaffingService#liveKey}. Whom they are
 * booked for is the appointments' business.
 */
@Service
@Transactional
public class InterpretersService {

    private final DSLContext sql;
    private final Live live;

    InterpretersService(DSLContext sql, Live live) {
        this.sql = sql;
        this.live = live;
    }

    public Interpreter add(OrganisationId organisation, String name, List<InterpretedLanguage> languages) {
        var added = new Interpreter(InterpreterId.next(), name, languages);
        sql.insertInto(INTERPRETER)
                .set(INTERPRETER.ORGANISATION_ID, organisation.value())
                .set(INTERPRETER.ID, added.id().value())
                .set(INTERPRETER.NAME, added.name())
                .set(
                        INTERPRETER.LANGUAGES,
                        added.languages().stream().map(InterpretedLanguage::tag).toArray(String[]::new))
                .execute();
        live.changed(StaffingService.liveKey(organisation));
        return added;
    }

    /** False when they already have a shift at any part of that time: the database refuses two at once. */
    public boolean addShift(OrganisationId organisation, InterpreterId interpreter, Span during) {
        var added = sql.insertInto(INTERPRETER_SHIFT)
                        .set(INTERPRETER_SHIFT.ORGANISATION_ID, organisation.value())
                        .set(INTERPRETER_SHIFT.ID, Ids.next())
                        .set(INTERPRETER_SHIFT.INTERPRETER_ID, interpreter.value())
                        .set(INTERPRETER_SHIFT.DURING, during.stored())
                        .onConflictDoNothing()
                        .execute()
                == 1;
        if (added) {
            live.changed(StaffingService.liveKey(organisation));
        }
        return added;
    }

    /** Everybody who has not left, by name. */
    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public List<Interpreter> interpreters(OrganisationId organisation) {
        return sql.selectFrom(INTERPRETER)
                .where(INTERPRETER.ORGANISATION_ID.eq(organisation.value()))
                .and(INTERPRETER.LEFT_AT.isNull())
                .orderBy(INTERPRETER.NAME, INTERPRETER.ID)
                .fetch(InterpretersService::interpreter);
    }

    /** One interpreter's shifts that touch the span, by their beginning. */
    @Transactional(readOnly = true)
    public List<Span> shifts(OrganisationId organisation, InterpreterId interpreter, Span span) {
        return sql.select(INTERPRETER_SHIFT.DURING)
                .from(INTERPRETER_SHIFT)
                .where(INTERPRETER_SHIFT.ORGANISATION_ID.eq(organisation.value()))
                .and(INTERPRETER_SHIFT.INTERPRETER_ID.eq(interpreter.value()))
                .and(condition("{0} && {1}", INTERPRETER_SHIFT.DURING, val(span.stored(), INTERPRETER_SHIFT.DURING)))
                .orderBy(INTERPRETER_SHIFT.DURING)
                .fetch(row -> Span.of(row.value1()));
    }

    /** The spoken languages that somebody here interprets, each once; sign languages are another question. */
    @Transactional(readOnly = true)
    @UntilChanged("staffing")
    public List<InterpretedLanguage> spoken(OrganisationId organisation) {
        return interpreters(organisation).stream()
                .flatMap(one -> one.languages().stream())
                .filter(language -> !language.isSigned())
                .distinct()
                .toList();
    }

    /**
     * The language that a customer's words name, or their choice; empty where nobody here interprets it, and then no
     * interpreter can be booked: a person arranges one.
     */
    @Transactional(readOnly = true)
    public Optional<InterpretedLanguage> named(OrganisationId organisation, String words) {
        return interpreters(organisation).stream()
                .flatMap(one -> one.languages().stream())
                .filter(language -> language.isCalled(words))
                .findFirst();
    }

    private static Interpreter interpreter(InterpreterRecord row) {
        return new Interpreter(
                new InterpreterId(row.getId()),
                row.getName(),
                Arrays.stream(row.getLanguages()).map(InterpretedLanguage::new).toList());
    }
}
