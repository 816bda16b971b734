package fi.tiski.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.RequestOptions;
import fi.tiski.domain.cases.CaseFile;
import fi.tiski.domain.cases.Entry;
import fi.tiski.domain.cases.EntryKind;
import fi.tiski.domain.meetings.LineService;
import fi.tiski.domain.meetings.VideoMeeting;
import fi.tiski.support.Pictures;
import java.awt.Color;
import java.util.List;
import java.util.UUID;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The customer shows a paper to the camera, and what they accept of it stands on their case. */
class ShowPaperTest extends InMeeting {

    /** How large a picture or a canvas is, and its colours. */
    private static final String LOOK = """
            (element) => {
              const width = element.naturalWidth ?? element.width;
              const height = element.naturalHeight ?? element.height;
              const canvas = Object.assign(document.createElement('canvas'), { width: 4, height: 4 });
              const brush = canvas.getContext('2d');
              brush.imageSmoothingQuality = 'high';
              brush.drawImage(element, 0, 0, 4, 4);
              return [width, height, ...brush.getImageData(0, 0, 4, 4).data];
            }""";

    private static final String CAMERA = """
            () => {
              const video = document.querySelector('video.paper-picture');
              return video?.videoWidth > 0 ? video.srcObject.getTracks()[0].label : '';
            }""";

    @Autowired
    private LineService line;

    @Test
    void whatTheyAcceptIsOnTheirCaseAndNothingElseIs() {
        var kiosk = at(Screen.KIOSK, "/kiosk/keskusta-1");
        var desk = meet(kiosk);
        var its = theCase();
        var page = kiosk.page();

        kiosk.press("meeting.paper");
        page.waitForFunction("() => document.querySelector('video.paper-picture')?.videoWidth > 0");
        Look.shot(page, "kiosk-paper-camera");
        Audit.axe(page, "kiosk-paper-camera");
        kiosk.press("meeting.paper.take");
        assertThat(page.locator(".paper-told:not(:empty)")).hasText(kiosk.says("meeting.paper.check"));
        Look.shot(page, "kiosk-paper-taken");
        Audit.axe(page, "kiosk-paper-taken");
        // Neither of these is kept.
        kiosk.press("meeting.paper.again").press("meeting.paper.take").press("meeting.paper.cancel");
        assertThat(page.locator(".stage-paper")).isHidden();
        assertThat(page.locator("canvas")).hasCount(0);
        Seen.framesGoOn(desk.page());
        assertThat(desk.page().locator(".shown-paper")).hasCount(0);

        // As a telephone has one on each side.
        kiosk.press("meeting.paper");
        page.waitForFunction("() => document.querySelector('video.paper-picture')?.videoWidth > 0");
        var first = page.evaluate(CAMERA);
        kiosk.press("meeting.paper.other");
        page.waitForFunction("(first) => ![first, ''].includes((" + CAMERA + ")())", first);
        // The second one that Chromium makes up sees depth alone, and no meeting carries that: back to the first.
        kiosk.press("meeting.paper.other");
        page.waitForFunction("(first) => first === (" + CAMERA + ")()", first);
        Seen.framesGoOn(desk.page());
        kiosk.press("meeting.paper.take");
        var taken = look(page.locator("canvas.paper-picture"));
        assertThat(taken).startsWith(1280, 720);
        kiosk.press("meeting.paper.keep");

        assertThat(page.locator(".paper-told:not(:empty)")).hasText(kiosk.says("meeting.paper.shown"));
        assertThat(page.locator(".stage-paper")).isHidden();
        assertThat(page.locator("canvas")).hasCount(0);
        Look.shot(page, "kiosk-paper-kept");
        Audit.axe(page, "kiosk-paper-kept");
        var picture = desk.page().locator(".shown-paper img");
        desk.page().waitForFunction("() => document.querySelector('.shown-paper img')?.naturalWidth > 0");
        isTheSame(look(picture), taken);
        assertThat(picture.getAttribute("alt")).startsWith("Paperi, jonka asiakas näytti: Tänään");
        desk.page().locator(".shown-paper").scrollIntoViewIfNeeded();
        Look.shot(desk.page(), "desk-paper");
        Audit.whole(desk.page(), "desk-paper");
        assertThat(cases.file(organisation(), its.id()).entries())
                .filteredOn(Entry::hasPaper)
                .hasSize(1);
        onlyAgentsSee(desk, kiosk, "/" + picture.getAttribute("src"));

        desk.settle();
        assertThat(kiosk.heading()).hasText(kiosk.says("journey.video.met", "Aino Laine"));
        var my = at(
                Screen.PHONE, "/my/" + cases.issueKey(organisation(), its.id()).token());
        assertThat(my.page().locator(".timeline")).containsText(my.says("case.entry.paper-shown"));
        assertThat(my.page().locator(".record img")).hasCount(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Integer> look(Locator picture) {
        return (List<Integer>) picture.evaluate(LOOK);
    }

    /** But for what encoding it twice changes. */
    private static void isTheSame(List<Integer> kept, List<Integer> taken) {
        assertThat(kept).hasSameSizeAs(taken).startsWith(taken.get(0), taken.get(1));
        for (int dot = 0; dot < taken.size(); dot++) {
            assertThat(kept.get(dot)).isCloseTo(taken.get(dot), Offset.offset(24));
        }
    }

    private void onlyAgentsSee(AgentAtDesk desk, Customer kiosk, String address) {
        var answer = desk.page().request().get(address(address));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers())
                .containsEntry("content-type", "image/jpeg")
                .containsEntry("cache-control", "no-store")
                .containsEntry("x-content-type-options", "nosniff")
                .hasEntrySatisfying(
                        "content-security-policy",
                        policy -> assertThat(policy)
                                .startsWith("default-src 'none'")
                                .endsWith("sandbox"));
        var other = desk.page().request().get(address("/desk/paper/" + UUID.randomUUID()));
        assertThat(other.status()).isEqualTo(404);
        var nobody = kiosk.page()
                .request()
                .get(address(address), RequestOptions.create().setMaxRedirects(0));
        assertThat(nobody.status()).isNotEqualTo(200);
        assertThat(nobody.headers().getOrDefault("content-type", "")).doesNotContain("image");
    }

    @Test
    void whatIsNotAPictureOrNotTheirsIsRefused() {
        var home = at(Screen.PHONE, "/");
        var desk = meet(home);
        var meeting = meetings.withEach(organisation()).values().iterator().next();
        var paper = Pictures.jpeg(640, 480, Color.WHITE);
        var customer = line.customersKey(meeting);

        assertThat(send("forged", paper).status()).isEqualTo(401);
        assertThat(send(line.agentsKey(meeting), paper).status()).isEqualTo(403);
        assertThat(send(customer, "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(415);
        assertThat(send(customer, Pictures.png(64, 64)).status()).isEqualTo(415);
        assertThat(send(customer, Pictures.claiming(60_000, 60_000)).status()).isEqualTo(413);
        assertThat(send(customer, new byte[3 * 1024 * 1024 + 1]).status()).isEqualTo(413);
        assertThat(papers(meeting).entries()).extracting(Entry::kind).doesNotContain(EntryKind.PAPER_SHOWN);
        assertThat(send(customer, paper).status()).isEqualTo(201);

        desk.settle();
        home.page().waitForCondition(() -> meetings.withEach(organisation()).isEmpty());
        assertThat(send(customer, paper).status()).isEqualTo(410);
        assertThat(papers(meeting).entries()).filteredOn(Entry::hasPaper).hasSize(1);
    }

    /** On a telephone, with the camera off: it is on for the paper alone, and what goes wrong is told in plain words. */
    @Test
    void whoHasTheirCameraOffShowsAPaperAndIsNotSeen() {
        var home = at(Screen.PHONE, "/");
        var desk = meet(home);
        var page = home.page();
        home.press("meeting.camera.off");
        assertThat(desk.page().locator(".picture:not(.own) .picture-off")).hasText(home.says("meeting.picture.off"));

        home.press("meeting.paper");
        page.waitForFunction("() => document.querySelector('video.paper-picture')?.videoWidth > 0");
        assertThat(desk.page().locator(".picture:not(.own) .picture-off")).hasText(home.says("meeting.picture.off"));
        Look.shot(page, "phone-paper-camera");
        Audit.axe(page, "phone-paper-camera");
        home.press("meeting.paper.take");
        page.route("**/meeting/paper", route -> route.abort());
        home.press("meeting.paper.keep");
        assertThat(page.locator(".paper-told:not(:empty)")).hasText(home.says("meeting.paper.trouble.away"));
        Look.shot(page, "phone-paper-away");
        Audit.axe(page, "phone-paper-away");
        page.unroute("**/meeting/paper");
        home.press("meeting.paper.keep");
        assertThat(page.locator(".paper-told:not(:empty)")).hasText(home.says("meeting.paper.shown"));
        assertThat(home.button(home.says("meeting.camera.on"))).isVisible();

        page.evaluate("() => { navigator.mediaDevices.getUserMedia = async () => { throw new Error('none'); }; }");
        home.press("meeting.paper");
        assertThat(page.locator(".paper-told:not(:empty)")).hasText(home.says("meeting.paper.trouble.camera"));
        assertThat(page.locator(".stage-paper")).isHidden();

        // The end closes it, whatever was on the canvas.
        page.reload();
        Seen.framesGoOn(page);
        home.press("meeting.paper").press("meeting.paper.take");
        desk.settle();
        assertThat(home.heading()).hasText(home.says("journey.video.met", "Aino Laine"));
        assertThat(page.locator("canvas, video")).hasCount(0);
    }

    private CaseFile papers(VideoMeeting meeting) {
        return cases.file(organisation(), meeting.caseId());
    }

    private APIResponse send(String key, byte[] body) {
        return window(Screen.PHONE)
                .request()
                .post(
                        address("/meeting/paper"),
                        RequestOptions.create()
                                .setHeader("Tiski-Seat", key)
                                .setHeader("Tiski-Press", UUID.randomUUID().toString())
                                .setHeader("Content-Type", "image/jpeg")
                                .setData(body));
    }
}
