package io.latchkey.decision;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.latchkey.events.Event;
import io.latchkey.kit.testing.ServiceRings;
import org.junit.jupiter.api.Test;

class LayeringTest {

    private static final String BASE = "io.latchkey.decision";

    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(BASE);

    @Test
    void dependenciesPointInward() {
        ServiceRings.check(BASE);
    }

    @Test
    void noWireRecordEntersTheDomain() {
        noClasses()
                .that()
                .resideInAPackage(BASE + ".domain..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Event.class)
                .check(service);
    }

    @Test
    void thePackagesHaveNoCycles() {
        slices().matching(BASE + ".(**)").should().beFreeOfCycles().check(service);
    }
}
