package fi.tiski.domain.devices;

/** @param ticket opens the page of {@code device}'s kiosk once, within a minute */
public record Arrival(Device device, String ticket) {}
