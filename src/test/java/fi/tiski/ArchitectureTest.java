package fi.tiski;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.transaction.annotation.Transactional;

/** The house of three floors, whose arrows only point down. */
class ArchitectureTest {

    private static final String ROOT = "fi.tiski";

    /** A house built wrong: what the rules must find there shows that they would find it here. */
    private static final String WRONG = "fi.tiski.architecture.upward";

    private static final ApplicationModules MODULES = ApplicationModules.of(Tiski.class);
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);
    private static final JavaClasses WRONG_HOUSE = new ClassFileImporter().importPackages(WRONG);

    @Test
    void modulesUseWhatTheySayTheyUse() {
        MODULES.verify();
    }

    @Test
    void everyClassBelongsToAModule() {
        assertThat(HOUSE.stream()
                        .filter(one -> !one.getPackageName().equals(ROOT))
                        .filter(one -> !one.getSimpleName().equals("package-info"))
                        .filter(one -> MODULES.stream()
                                .noneMatch(module -> module.getBasePackage().contains(one.getName()))))
                .extracting(JavaClass::getName)
                .as("classes whose package, and none above it, is an @ApplicationModule")
                .isEmpty();
    }

    @Test
    void arrowsPointDown() {
        floors(ROOT).check(HOUSE);
    }

    @Test
    void theDomainKnowsNothingOfPagesAndRequests() {
        domainWithoutPages(ROOT).check(HOUSE);
    }

    @Test
    void whatPeopleTouchHoldsNoSqlAndNoTransaction() {
        surfaceWithoutDatabase(ROOT).forEach(rule -> rule.check(HOUSE));
    }

    @Test
    void anArrowThatPointsUpIsSeen() {
        assertThat(found(floors(WRONG)))
                .anyMatch(line -> line.contains("platform.Carries") && line.contains("domain.Knows"))
                .anyMatch(line -> line.contains("platform.Carries") && line.contains("surface.Touched"))
                .anyMatch(line -> line.contains("domain.Knows") && line.contains("surface.Touched"));
    }

    @Test
    void aPageOrARequestInTheDomainIsSeen() {
        assertThat(found(domainWithoutPages(WRONG)))
                .anyMatch(line -> line.contains("com.vaadin"))
                .anyMatch(line -> line.contains("jakarta.servlet"));
    }

    @Test
    void sqlAndATransactionInASurfaceAreSeen() {
        assertThat(surfaceWithoutDatabase(WRONG))
                .allSatisfy(rule -> assertThat(found(rule)).isNotEmpty());
    }

    /** The start stands above everything, the demo above the domain and beside the surfaces. */
    private static ArchRule floors(String root) {
        return layeredArchitecture()
                .consideringOnlyDependenciesInAnyPackage(root + "..")
                .withOptionalLayers(true)
                .layer("start")
                .definedBy(root)
                .layer("demo")
                .definedBy(root + ".demo..")
                .layer("surface")
                .definedBy(root + ".surface..")
                .layer("domain")
                .definedBy(root + ".domain..")
                .layer("platform")
                .definedBy(root + ".platform..")
                .whereLayer("start")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("demo")
                .mayOnlyBeAccessedByLayers("start")
                .whereLayer("surface")
                .mayOnlyBeAccessedByLayers("start")
                .whereLayer("domain")
                .mayOnlyBeAccessedByLayers("start", "demo", "surface")
                .whereLayer("platform")
                .mayOnlyBeAccessedByLayers("start", "demo", "surface", "domain");
    }

    private static ArchRule domainWithoutPages(String root) {
        return noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "com.vaadin..", "jakarta.servlet..", "org.springframework.web..", "org.springframework.http..");
    }

    private static List<ArchRule> surfaceWithoutDatabase(String root) {
        var surface = noClasses().that().resideInAPackage(root + ".surface..");
        return List.of(
                surface.should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.jooq..", "java.sql..", "javax.sql..", "fi.tiski.platform.tables.."),
                noClasses()
                        .that()
                        .resideInAPackage(root + ".surface..")
                        .should()
                        .dependOnClassesThat()
                        .areAssignableTo(Transactional.class));
    }

    private static List<String> found(ArchRule rule) {
        return rule.evaluate(WRONG_HOUSE).getFailureReport().getDetails();
    }
}
