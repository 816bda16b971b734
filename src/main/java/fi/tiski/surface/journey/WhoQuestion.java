package fi.tiski.surface.journey;

import static fi.tiski.surface.kit.Words.say;

import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.people.PhoneNumber;
import fi.tiski.platform.text.Plain;
import fi.tiski.surface.kit.ErrorSummary;
import fi.tiski.surface.kit.ErrorSummary.Wrong;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Option;
import fi.tiski.surface.kit.Options;
import fi.tiski.surface.kit.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Who comes, how to reach them, and whether somebody acts for them. */
final class WhoQuestion {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_PHONE = 30;

    private final boolean phoneNeeded;
    private final ErrorSummary errors = new ErrorSummary();
    private final Field name;
    private final Field phone;
    private final Options<Boolean> forSomebodyElse;
    private final Field helperName;
    private final Field helperPhone;

    /** {@code keep} hears every change, so that nothing typed is lost on the way. */
    WhoQuestion(Journey journey, boolean phoneNeeded, BiConsumer<Question, String> keep) {
        this.phoneNeeded = phoneNeeded;
        var acting = journey.answer(Question.FOR_SOMEBODY_ELSE).isPresent();
        // No maximum length in the browser: it would cut what is pasted, and say nothing.
        name = Field.text("name", say("journey.who.name"))
                .own()
                .value(journey.answer(Question.NAME).orElse(""))
                .onChange(words -> keep.accept(Question.NAME, words));
        phone = Field.tel("phone", say(phoneNeeded ? "journey.who.phone" : "journey.who.phone.optional"))
                .own()
                .maxLength(LONGEST_PHONE)
                .value(journey.answer(Question.PHONE).orElse(""))
                .onChange(words -> keep.accept(Question.PHONE, words));
        helperName = Field.text("helper-name", say("journey.who.helper.name"))
                .own()
                .value(journey.answer(Question.HELPER_NAME).orElse(""))
                .onChange(words -> keep.accept(Question.HELPER_NAME, words));
        helperPhone = Field.tel("helper-phone", say("journey.who.helper.phone"))
                .own()
                .maxLength(LONGEST_PHONE)
                .value(journey.answer(Question.HELPER_PHONE).orElse(""))
                .onChange(words -> keep.accept(Question.HELPER_PHONE, words));
        forSomebodyElse = Options.many(
                        "for-somebody-else",
                        say("journey.who.helper.legend"),
                        List.of(new Option<>(true, say("journey.who.helper.acting")).withPictogram("support-person")))
                .choose(acting ? List.of(true) : List.of())
                .onChange(chosen -> {
                    keep.accept(Question.FOR_SOMEBODY_ELSE, chosen.isEmpty() ? "" : "yes");
                    showHelper(!chosen.isEmpty());
                });
        if (!journey.atKiosk()) {
            name.autocomplete("name");
            phone.autocomplete("tel");
        } else {
            name.autocomplete("off");
            phone.autocomplete("off");
        }
        helperName.autocomplete("off");
        helperPhone.autocomplete("off");
        showHelper(acting);
    }

    /** Whether what must be known is known. */
    static boolean isAnswered(Journey journey, boolean phoneNeeded) {
        return journey.answer(Question.NAME).filter(WhoQuestion::fits).isPresent()
                && (journey.answer(Question.FOR_SOMEBODY_ELSE).isEmpty()
                        || journey.answer(Question.HELPER_NAME)
                                .filter(WhoQuestion::fits)
                                .isPresent())
                && (!phoneNeeded
                        || journey.answer(Question.PHONE)
                                .flatMap(PhoneNumber::parse)
                                .isPresent());
    }

    Page on(Page page) {
        return page.with(errors, name, phone, forSomebodyElse, helperName, helperPhone);
    }

    /** Whether all of it can be used; says beside each field how to put it right. */
    boolean check() {
        var wrong = new ArrayList<Wrong>();
        if (name.value().isEmpty()) {
            wrong.add(new Wrong(name, say("journey.who.name.missing")));
        } else if (!fits(name.value())) {
            wrong.add(new Wrong(name, say("journey.who.name.too-long", LONGEST_NAME)));
        }
        if (phone.value().isEmpty()) {
            if (phoneNeeded) {
                wrong.add(new Wrong(phone, say("journey.who.phone.missing")));
            }
        } else if (PhoneNumber.parse(phone.value()).isEmpty()) {
            wrong.add(new Wrong(phone, say("journey.who.phone.wrong")));
        }
        if (acting()) {
            if (helperName.value().isEmpty()) {
                wrong.add(new Wrong(helperName, say("journey.who.helper.name.missing")));
            } else if (!fits(helperName.value())) {
                wrong.add(new Wrong(helperName, say("journey.who.name.too-long", LONGEST_NAME)));
            }
            if (!helperPhone.value().isEmpty()
                    && PhoneNumber.parse(helperPhone.value()).isEmpty()) {
                wrong.add(new Wrong(helperPhone, say("journey.who.phone.wrong")));
            }
        }
        return errors.show(wrong);
    }

    private static boolean fits(String name) {
        return Plain.length(name) <= LONGEST_NAME;
    }

    private boolean acting() {
        return !forSomebodyElse.chosen().isEmpty();
    }

    private void showHelper(boolean shown) {
        helperName.setVisible(shown);
        helperPhone.setVisible(shown);
    }
}
