package io.latchkey.virtual;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.latchkey.virtual", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {

    @ArchTest
    static final ArchRule dependenciesPointInwardAndAdaptersDoNotKnowEachOther = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("start")
            .definedBy("io.latchkey.virtual")
            .layer("app")
            .definedBy("..virtual.app..")
            .layer("tls")
            .definedBy("..virtual.tls..")
            .layer("gateway")
            .definedBy("..virtual.gateway..")
            .layer("store")
            .definedBy("..virtual.store..")
            .layer("http")
            .definedBy("..virtual.http..")
            .whereLayer("start")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("gateway")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("store")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("http")
            .mayOnlyBeAccessedByLayers("start")
            .whereLayer("tls")
            .mayOnlyBeAccessedByLayers("start", "gateway", "store");
}
