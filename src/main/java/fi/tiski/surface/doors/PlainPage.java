package fi.tiski.surface.doors;

import fi.tiski.platform.text.Language;
import fi.tiski.platform.text.Texts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * A whole page in one answer, without a session and without a script, for where no other page can stand: what happened,
 * what to do now, and the telephone number that a human answers. In the language that the browser asks for; a kiosk
 * begins in Finnish.
 */
@Component
class PlainPage {

    private static final String KIOSK = "/kiosk";
    private static final String MANAGERS = "/manage/";

    private final HumanNumber human;

    PlainPage(HumanNumber human) {
        this.human = human;
    }

    /** Says {@code doors.<what>.title}, {@code .lead} and, on the button that leads to {@code address}, {@code .act}. */
    void write(
            HttpServletRequest request, HttpServletResponse response, String what, String address, Object... arguments)
            throws IOException {
        write(request, response, what, "", address, arguments);
    }

    /**
     * Refuses a request there and then: a look at its parts could fail once more on the way to a page for errors. A script
     * that asks for data gets the number alone.
     */
    void refuse(HttpServletRequest request, HttpServletResponse response, int status) throws IOException {
        response.setStatus(status);
        if (!wantsPage(request)) {
            return;
        }
        if (status == HttpServletResponse.SC_FORBIDDEN && path(request).startsWith(MANAGERS)) {
            write(request, response, "not-yours", request.getContextPath() + "/desk");
        } else {
            write(request, response, about(status), start(request));
        }
    }

    static boolean wantsPage(HttpServletRequest request) {
        var accepted = request.getHeader("Accept");
        return accepted == null || accepted.contains("text/html") || accepted.contains("*/*");
    }

    private static String about(int status) {
        if (status == HttpServletResponse.SC_NOT_FOUND) {
            return "nothing";
        }
        return status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? "trouble" : "refused";
    }

    /** As {@link #write}, and the browser opens this same address again by itself. */
    void writeAndOpenAgain(HttpServletRequest request, HttpServletResponse response, String what, String address)
            throws IOException {
        write(request, response, what, "<meta http-equiv=\"refresh\" content=\"0\">", address);
    }

    /** The first page of where the request came to: a kiosk's own, or home. */
    static String start(HttpServletRequest request) {
        var path = path(request);
        var slug = path.startsWith(KIOSK + "/") ? path.split("/")[2] : "";
        return slug.matches("[a-z0-9-]{1,60}")
                ? request.getContextPath() + KIOSK + "/" + slug
                : request.getContextPath() + (isKiosk(path) ? KIOSK : "/");
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            String what,
            String head,
            String address,
            Object... arguments)
            throws IOException {
        var kiosk = isKiosk(path(request));
        var language = kiosk ? Language.FI : Language.of(request.getLocale());
        var html = """
                <!doctype html>
                <html lang="%s" data-frame="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                %s
                <title>%s</title>
                <link rel="stylesheet" href="%s/tiski/tiski.css">%s
                </head>
                <body>
                <div class="frame">
                <main class="page" id="main">
                <div class="quiet-page">
                <svg class="pictogram" aria-hidden="true" focusable="false"><use href="%s/tiski/pictograms/pictograms.svg#clock"></use></svg>
                <h1>%s</h1>
                <p class="lead">%s</p>
                %s</div>
                <div class="actions"><a class="button primary" href="%s">%s</a></div>
                </main>
                </div>
                </body>
                </html>
                """.formatted(
                language.tag(),
                kiosk ? "kiosk" : "home",
                head,
                say(language, "kit.window", Texts.say(language, "doors." + what + ".title")),
                request.getContextPath(),
                kiosk ? "\n<link rel=\"stylesheet\" href=\"" + request.getContextPath() + "/tiski/kiosk.css\">" : "",
                request.getContextPath(),
                say(language, "doors." + what + ".title"),
                say(language, "doors." + what + ".lead", arguments),
                call(language),
                escaped(address),
                say(language, "doors." + what + ".act"));
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", language.tag());
        response.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }

    private String call(Language language) {
        return human.digits()
                .map(phone -> "<p>%s</p>\n<p class=\"code\"><a href=\"tel:%s\">%s</a></p>\n"
                        .formatted(say(language, "kit.away.call"), phone.replaceAll("[^+0-9]", ""), escaped(phone)))
                .orElse("");
    }

    private static String say(Language language, String key, Object... arguments) {
        return escaped(Texts.say(language, key, arguments));
    }

    /** Only what means something in HTML; letters stay letters. */
    private static String escaped(String words) {
        return HtmlUtils.htmlEscape(words, StandardCharsets.UTF_8.name());
    }

    private static String path(HttpServletRequest request) {
        var wrong = request.getAttribute(jakarta.servlet.RequestDispatcher.ERROR_REQUEST_URI);
        var whole = wrong instanceof String before ? before : request.getRequestURI();
        return whole.substring(Math.min(request.getContextPath().length(), whole.length()));
    }

    private static boolean isKiosk(String path) {
        return path.equals(KIOSK) || path.startsWith(KIOSK + "/");
    }
}
