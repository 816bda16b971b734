package fi.tiski.surface.doors;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What stands where a request could not be answered: never what went wrong inside, always a way on. */
@Controller
class CalmAnswers implements ErrorController {

    private final PlainPage page;

    CalmAnswers(PlainPage page) {
        this.page = page;
    }

    @RequestMapping("${spring.web.error.path:/error}")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // Somebody who opens this address themselves is told that there is nothing here.
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpServletResponse.SC_NOT_FOUND;
        page.refuse(request, response, status);
    }
}
