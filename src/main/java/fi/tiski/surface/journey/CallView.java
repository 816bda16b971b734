package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.surface.kit.ActionButton;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Page;
import java.util.Optional;

/** Call me back: which number? */
@Route(value = "call/:journey", layout = HomeFrame.class)
@AnonymousAllowed
class CallView extends JourneyView {

    private static final int LONGEST_PHONE = 30;

    CallView(Visits visits) {
        super(visits);
    }

    @Override
    Page page() {
        var errors = new ErrorSummary();
        var phone = Field.tel("phone", say("journey.call.phone"))
                .own()
                .hint(say("journey.call.phone.hint"))
                .maxLength(LONGEST_PHONE)
                .autocomplete(here().atKiosk() ? "off" : "tel")
                .value(answer(Question.PHONE).orElse(""))
                .onChange(words -> keep(Question.PHONE, words));
        return new Page(say("journey.call.title"))
                .with(errors, phone)
                .actions(ActionButton.primary(say("journey.go-on"), () -> {
                    var callable = PhoneNumber.parse(phone.value()).isPresent();
                    var words = phone.value().isEmpty() ? "journey.who.phone.missing" : "journey.who.phone.wrong";
                    if (callable ? errors.show() : errors.show(new Wrong(phone, say(words)))) {
                        keep(Question.PHONE, phone.value());
                        go("call-when");
                    }
                }));
    }

    @Override
    Optional<String> back() {
        return backTo("ways");
    }
}
