package fi.tiski.platform.tls;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What this machine can be called by.
 *
 * @param names its own first, as other devices may know them
 * @param addresses in its networks, IPv4 first, without those that only the machine itself has
 */
public record ThisMachine(List<String> names, List<String> addresses) {

    private static final Pattern NAME =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*");

    public static ThisMachine now() {
        return new ThisMachine(ownNames(), ownAddresses());
    }

    /** As devices in the same network find it: by its name, and by its name in the network itself (RFC 6762). */
    private static List<String> ownNames() {
        try {
            var name = InetAddress.getLocalHost().getHostName();
            if (!NAME.matcher(name).matches() || name.equals("localhost")) {
                return List.of();
            }
            return name.contains(".") ? List.of(name) : List.of(name, name + ".local");
        } catch (UnknownHostException nameless) {
            return List.of();
        }
    }

    private static List<String> ownAddresses() {
        try {
            return NetworkInterface.networkInterfaces()
                    .filter(ThisMachine::isUp)
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .sorted((one, other) -> Boolean.compare(other instanceof Inet4Address, one instanceof Inet4Address))
                    .map(address -> address.getHostAddress().replaceFirst("%.*", ""))
                    .distinct()
                    .toList();
        } catch (SocketException none) {
            return List.of();
        }
    }

    private static boolean isUp(NetworkInterface network) {
        try {
            return network.isUp();
        } catch (SocketException gone) {
            return false;
        }
    }

    /** Everything that a certificate has to hold, in the words of {@code keytool}: {@code dns:localhost}. */
    List<String> alternativeNames() {
        return Stream.concat(
                        Stream.concat(Stream.of("localhost"), names.stream()).map(name -> "dns:" + name),
                        Stream.concat(Stream.of("127.0.0.1"), addresses.stream())
                                .map(address -> "ip:" + address))
                .toList();
    }
}
