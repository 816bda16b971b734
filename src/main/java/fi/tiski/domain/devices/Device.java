package fi.tiski.domain.devices;

import fi.tiski.domain.people.AgentId;
import fi.tiski.domain.points.Kiosk;
import java.time.Instant;

/** A machine whose key is good, and the kiosk that it is. */
public record Device(DeviceId id, Kiosk kiosk, Instant enrolledAt, AgentId enrolledBy) {}
