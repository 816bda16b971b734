package fi.tiski.surface.kit;

/**
 * The sign over the counter.
 *
 * @param name the organisation, as its customers call it
 * @param home the address that the mark leads to, from the context root, without a leading slash
 * @param phone the number that reaches a human when nothing else works
 */
public record Sign(String name, String home, String phone) {}
