package fi.tiski.kiosk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * An outage is told within five seconds, and so is its end, whenever either falls. The keeper's own watch runs here, with its
 * own intervals, in a time that passes only as it waits.
 */
class FiveSecondsTest {

    private static final String WORLD = """
            import sys
            sys.path.insert(0, sys.argv[1])
            import service, told

            class Told(BaseException):
                pass

            def told_after(change, there_before, answer_takes):
                now = [0.0]
                said = told.Told()
                watch = service.Service("http://nowhere.invalid", None, None, None, None, None, said)

                def there():
                    return (now[0] < change) == there_before

                def pass_by(seconds):
                    now[0] += seconds

                def asked():
                    # A question that is lost, also in its middle, takes all the patience there is.
                    began, began_there = now[0], there()
                    pass_by(answer_takes)
                    if began_there and there():
                        return True
                    now[0] = began + service.PATIENCE
                    return False

                def state(kind, data):
                    told.Told.state(said, kind, data)
                    if now[0] >= change and data == ("away" if there_before else "there"):
                        raise Told

                watch._answers, service.time.sleep, said.state = asked, pass_by, state
                try:
                    watch.watch()
                except Told:
                    return now[0] - change

            def longest(there_before):
                return max(
                    told_after(20 + step / 100, there_before, takes)
                    for step in range(600)
                    for takes in (0.0, 0.4, 0.9 * service.PATIENCE)
                )

            print(f"away {longest(True):.2f} of {service.TOLD_AWAY_WITHIN}")
            print(f"there {longest(False):.2f} of {service.TOLD_THERE_WITHIN}")
            """;

    private static final Pattern LONGEST = Pattern.compile("(away|there) ([\\d.]+) of ([\\d.]+)");

    @Test
    void anOutageAndItsEndAreToldInTime() {
        var python = Path.of("/usr/bin/python3");
        assumeThat(Files.isExecutable(python))
                .as("The keeper needs Debian's python3: its watch was not tried.")
                .isTrue();
        var said = Profile.run(List.of(
                "env",
                "-u",
                "TISKI_LOOK",
                python.toString(),
                "-B",
                "-c",
                WORLD,
                Profile.SOURCE.resolve("lib/keeper").toString()));
        assertThat(said.status()).as(said.words()).isZero();
        assertThat(LONGEST.matcher(said.words()).results().toList())
                .hasSize(2)
                .allSatisfy(one -> assertThat(Double.parseDouble(one.group(2)))
                        .as(one.group())
                        .isGreaterThan(1)
                        .isLessThanOrEqualTo(Double.parseDouble(one.group(3)))
                        .isLessThan(5));
    }
}
