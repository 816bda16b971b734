package fi.tiski.surface.journey;

import static fi.tiski.platform.tables.Tables.INTERPRETER;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.server.VaadinSession;
import fi.tiski.domain.cases.Need;
import fi.tiski.domain.journeys.Journey;
import fi.tiski.domain.journeys.JourneysService;
import fi.tiski.domain.journeys.Question;
import fi.tiski.domain.people.Organisation;
import fi.tiski.domain.people.PeopleService;
import fi.tiski.domain.staffing.InterpretedLanguage;
import fi.tiski.domain.staffing.Interpreter;
import fi.tiski.domain.staffing.InterpretersService;
import fi.tiski.platform.text.Language;
import fi.tiski.surface.kit.Choice;
import fi.tiski.surface.kit.Field;
import fi.tiski.surface.kit.Hand;
import fi.tiski.surface.kit.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;

/** Somebody in Lampila who needs an interpreter, at home, from the needs to the page where they check it all. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
class InterpreterPagesTest extends SpringBrowserlessTest {

    @Autowired
    private PeopleService people;

    @Autowired
    private JourneysService journeys;

    @Autowired
    private InterpretersService interpreters;

    @Autowired
    private DSLContext sql;

    private Organisation lampila;
    private Journey journey;

    @BeforeEach
    void wantsATimeByVideo() {
        lampila = people.organisation().orElseThrow();
        VaadinSession.getCurrent().setLocale(Language.FI.locale());
        journey = journeys.startAtHome(lampila.id(), Language.FI, UUID.randomUUID());
        journeys.answer(
                journey.token(),
                Map.of(
                        Question.WAY, "time",
                        Question.MODE, "video",
                        Question.NEEDS, Need.INTERPRETER.tag()));
    }

    @Test
    void theLanguagesStandUnderTheirOwnNamesFiveOfThem() {
        go(InterpreterView.class);

        assertThat(choices())
                .extracting(Choice::title)
                .containsExactly("العربية", "فارسی", "Soomaali", "Українська", "Русский");
        assertThat(choices().getFirst().getElement().getTextRecursively()).contains("arabia");
    }

    @Test
    void aLanguageThatIsChosenIsTheInterpretersWhoIsBooked() {
        go(InterpreterView.class);
        press(choice("Soomaali"));

        assertThat(text()).contains("(kieli: somali).");
        press(times().getFirst());
        answer(Question.NAME, "Asha Testinen");
        answer(Question.PHONE, "041 555 0176");
        go(CheckView.class);

        assertThat(text()).contains("Tulkki", "Abdi Warsame, somali");
    }

    @Test
    void anotherLanguageIsToldPlainlyAndATimeIsGivenWithout() {
        go(InterpreterView.class);
        press(button("Jokin muu kieli"));
        assertThat(text()).contains("Tälle kielelle emme voi varata tulkkia heti.");
        find(Field.class).single().value("tigrinja");
        press(button("Jatka"));

        assertThat(text()).contains("Tälle kielelle emme voi varata tulkkia heti.");
        press(times().getFirst());
        answer(Question.NAME, "Asha Testinen");
        answer(Question.PHONE, "041 555 0176");
        go(CheckView.class);

        assertThat(text()).contains("Ei vielä varattu. Palveluneuvoja etsii tulkin.");
    }

    /** They could not read their language on the page, or somebody else wrote it for them. */
    @Test
    void anotherLanguageThatSomebodyHereInterpretsBooksThem() {
        go(InterpreterView.class);
        press(button("Jokin muu kieli"));
        find(Field.class).single().value("Somali");
        press(button("Jatka"));

        assertThat(text()).contains("(kieli: somali).").doesNotContain("emme voi varata");
    }

    @Test
    void whereNobodyIsFreeThePageSaysSoAndOffersACall() {
        var mirandese = interpreters.add(lampila.id(), "Maria Testinen", List.of(new InterpretedLanguage("mwl")));
        try {
            answer(Question.INTERPRETER_LANGUAGE, "mwl");
            go(TimesView.class);

            assertThat(text()).contains("ei ole aikaa, jolloin tulkki olisi vapaa");
            assertThat(times()).isEmpty();
            assertThat(button("Soittakaa minulle").isVisible()).isTrue();
        } finally {
            leaves(mirandese);
        }
    }

    @Test
    void moreThanFiveLanguagesComeFiveAtATime() {
        var other = interpreters.add(lampila.id(), "Maria Testinen", List.of(new InterpretedLanguage("vi")));
        try {
            go(InterpreterView.class);
            assertThat(choices()).hasSize(5);

            press(button("Näytä lisää kieliä"));

            assertThat(choices()).hasSize(1);
            assertThat(button("Palaa ensimmäisiin kieliin").isVisible()).isTrue();
        } finally {
            leaves(other);
        }
    }

    private void leaves(Interpreter interpreter) {
        sql.update(INTERPRETER)
                .set(INTERPRETER.LEFT_AT, Instant.now())
                .where(INTERPRETER.ID.eq(interpreter.id().value()))
                .execute();
    }

    private void answer(Question question, String words) {
        journeys.answer(journey.token(), question, words);
    }

    private void go(Class<? extends Component> page) {
        navigate(page, Map.of("journey", journey.token()));
    }

    private String text() {
        return find(Page.class).all().getLast().getElement().getTextRecursively();
    }

    private List<Choice> choices() {
        return find(Choice.class, find(Page.class).all().getLast()).all();
    }

    private Choice choice(String title) {
        return choices().stream()
                .filter(one -> one.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    private List<NativeButton> times() {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.hasClassName("time"))
                .toList();
    }

    private NativeButton button(String words) {
        return find(NativeButton.class).all().stream()
                .filter(one -> one.getElement().getTextRecursively().contains(words))
                .findFirst()
                .orElseThrow();
    }

    private static void press(Component button) {
        Hand.presses(button);
        roundTrip();
    }
}
