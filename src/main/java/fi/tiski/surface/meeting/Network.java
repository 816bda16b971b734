package fi.tiski.surface.meeting;

import fi.tiski.platform.relay.IceServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a browser may reach others.
 *
 * @param relayOnly a kiosk shows its own address to nobody, where there is a relay
 */
record Network(List<Map<String, Object>> servers, boolean relayOnly) {

    /** Each as a browser's {@code RTCIceServer} has it. */
    static List<Map<String, Object>> servers(List<IceServer> all) {
        return all.stream().map(Network::forBrowser).toList();
    }

    private static Map<String, Object> forBrowser(IceServer server) {
        var its = new LinkedHashMap<String, Object>();
        its.put("urls", server.urls());
        server.username().ifPresent(username -> its.put("username", username));
        server.credential().ifPresent(credential -> its.put("credential", credential));
        return its;
    }
}
