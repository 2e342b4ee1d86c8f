package io.latchkey.local;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.latchkey.local", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule PROCESSES_KNOW_NO_SERVER = noClasses()
            .that()
            .resideInAPackage("..local.process..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..local", "..local.server..", "..local.pki..", "..local.stack..", "..local.cli..");

    @ArchTest
    static final ArchRule SERVERS_KNOW_NO_STACK = noClasses()
            .that()
            .resideInAnyPackage("..local.server..", "..local.pki..", "..local")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..local.stack..", "..local.cli..");

    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("..local.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..local.cli..");
}
