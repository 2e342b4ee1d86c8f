package io.latchkey.agent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.latchkey.agent", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule theDomainKnowsOnlyJava = classes()
            .that()
            .resideInAPackage("..domain..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.latchkey.agent.domain..", "org.jspecify..");

    @ArchTest
    static final ArchRule theUseCaseKnowsNoLibrary = noClasses()
            .that()
            .resideInAPackage("..app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.nimbusds..", "org.eclipse.paho..", "java.nio.file..");

    @ArchTest
    static final ArchRule dependenciesPointInwardAndAdaptersDoNotKnowEachOther = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("domain")
            .definedBy("..agent.domain..")
            .layer("app")
            .definedBy("..agent.app..")
            .layer("json")
            .definedBy("..agent.json..")
            .layer("jose")
            .definedBy("..agent.jose..")
            .layer("file")
            .definedBy("..agent.file..")
            .layer("mqtt")
            .definedBy("..agent.mqtt..")
            .whereLayer("app")
            .mayOnlyBeAccessedByLayers("jose", "file", "mqtt")
            .whereLayer("json")
            .mayOnlyBeAccessedByLayers("jose", "file", "mqtt")
            .whereLayer("jose")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("file")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("mqtt")
            .mayNotBeAccessedByAnyLayer();
}
