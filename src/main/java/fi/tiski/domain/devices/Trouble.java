package fi.tiski.domain.devices;

import fi.tiski.domain.points.KioskId;
import java.time.Instant;

/** Something that is wrong with a kiosk. */
public record Trouble(TroubleId id, KioskId kiosk, Fault fault, Instant since) {}
