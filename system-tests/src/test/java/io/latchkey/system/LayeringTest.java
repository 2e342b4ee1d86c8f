package io.latchkey.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayeringTest {

    private final JavaClasses stories = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.latchkey.system");

    @Test
    void storiesReachTheStackByItsOuterFacesOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.latchkey.system.bench.rival..", "io.latchkey.system.bench.lag..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.latchkey.kit..", "io.latchkey.agent..", "org.apache.kafka..")
                .check(stories);
    }

    @Test
    void itsPartsHaveNoCycles() {
        slices().matching("io.latchkey.system.(*)..").should().beFreeOfCycles().check(stories);
    }
}
