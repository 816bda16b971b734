package fi.tiski.domain.appointments;

import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.domain.staffing.InterpreterId;

/** Who interprets in an appointment, and the language that they were booked for. */
public record BookedInterpreter(InterpreterId id, String name, InterpretedLanguage language) {}
