package fi.tiski.domain.devices;

import fi.tiski.platform.text.LocalText;
import java.time.Instant;

/** What a kiosk shows on every page until then. */
public record ScreenMessage(LocalText words, Instant until) {}
