package io.latchkey.kit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayeringTest {

    private final JavaClasses kit = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.latchkey.kit");

    @Test
    void theKitKnowsNoService() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.latchkey.ingest..",
                        "io.latchkey.decision..",
                        "io.latchkey.issuer..",
                        "io.latchkey.gateway..",
                        "io.latchkey.notice..")
                .check(kit);
    }

    @Test
    void itsPartsHaveNoCycles() {
        slices().matching("io.latchkey.kit.(*)..").should().beFreeOfCycles().check(kit);
    }
}
