package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The kiosk's rules for the network, in force in a network of their own, where nobody answers. */
class FirewallTest {

    /** Nobody answers: what may leave runs out of time (124), what may not is refused at once (1). */
    private static final String TRY = """
            ip link set lo up
            ip link add d0 type veth peer name d1 && ip link set d1 up && ip link set d0 up || exit 77
            ip addr add 192.0.2.1/24 dev d0
            for host in 2 9; do ip neigh add 192.0.2.$host lladdr 02:00:00:00:00:0$host dev d0; done
            nft -f "$1" && nft -f "$1" || exit 1
            try() {
                timeout 0.5 setpriv --reuid="$1" --clear-groups bash -c "</dev/tcp/192.0.2.$2/$3" 2>/dev/null
                [ $? -eq 124 ] && echo "$1 $2:$3 may" || echo "$1 $2:$3 may not"
            }
            try nobody 2 8443; try nobody 2 443; try nobody 2 22; try nobody 9 9100
            try daemon 2 8443; try daemon 9 9100; try daemon 2 9100; try daemon 2 80
            try root 2 443; try root 2 22
            nft list chain inet tiski_kiosk input
            """;

    @Test
    void theBrowserReachesTheServiceAloneAndNobodyReachesTheKiosk(@TempDir Path folder) throws IOException {
        assumeThat(Profile.isRoot()
                        && Stream.of("/usr/sbin/nft", "/usr/bin/setpriv", "/usr/sbin/ip")
                                .allMatch(program -> Files.isExecutable(Path.of(program))))
                .as("The rules for the network need root, nftables and iproute2: they were not tried.")
                .isTrue();
        var kiosk = Profile.installed(
                folder,
                "https://tiski.example.fi:8443",
                7979,
                "TISKI_PRINTER=tcp:192.0.2.9:9100",
                "TISKI_ADMIN=198.51.100.0/24");
        // This machine has other users.
        var rules = Files.writeString(
                folder.resolve("rules.nft"),
                kiosk.text("/etc/tiski-kiosk/firewall.nft")
                        .replace("{ tiski-kiosk, tiski-keeper }", "{ nobody, daemon }")
                        .replace("skuid tiski-keeper", "skuid daemon"));
        var script = Files.writeString(folder.resolve("try"), TRY);
        var ran = Profile.run(List.of("unshare", "--net", "bash", script.toString(), rules.toString()));
        assumeThat(ran.status())
                .as("This machine does not allow a network of one's own: the rules were not tried.")
                .isNotEqualTo(77);
        assertThat(ran.words()).startsWith("""
                        nobody 2:8443 may
                        nobody 2:443 may not
                        nobody 2:22 may not
                        nobody 9:9100 may not
                        daemon 2:8443 may
                        daemon 9:9100 may
                        daemon 2:9100 may not
                        daemon 2:80 may not
                        root 2:443 may
                        root 2:22 may not
                        """).contains("policy drop", "ip saddr 198.51.100.0/24 tcp dport 22 accept");
    }
}
