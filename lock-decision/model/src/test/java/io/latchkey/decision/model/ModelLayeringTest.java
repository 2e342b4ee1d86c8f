package io.latchkey.decision.model;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.latchkey.decision.domain.LoanEvent;
import io.latchkey.decision.domain.NoticeOutcome;
import io.latchkey.decision.domain.Terms;
import io.latchkey.decision.domain.arrears.Amendment;
import io.latchkey.decision.domain.arrears.Payment;
import io.latchkey.decision.domain.arrears.Reversal;
import io.latchkey.decision.domain.arrears.Schedule;
import io.latchkey.decision.domain.request.Request;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A second opinion that asks the first one is none. */
class ModelLayeringTest {

    private static final List<Class<?>> FACTS = List.of(
            LoanEvent.class,
            NoticeOutcome.class,
            Request.class,
            Terms.class,
            Amendment.class,
            Payment.class,
            Reversal.class,
            Schedule.class);

    /** What policies and packs would work out themselves. */
    private static final Set<String> WORKED_OUT = Set.of(
            "nextOpening",
            "isOpen",
            "firstDayOf",
            "objection",
            "demandsLighterStep",
            "allowsBeyondArrears",
            "stepAt",
            "stepAfter",
            "noticesBefore",
            "isTaking",
            "isLocking",
            "escalatesTo",
            "positionOn",
            "nextUncoveredDueDate",
            "total");

    private final JavaClasses model = new ClassFileImporter().importPackages("io.latchkey.decision.model");

    @Test
    void theModelKnowsOfTheDomainOnlyTheWordsOfItsFacts() {
        classes()
                .that(describe("the model", one -> !one.getName().contains("Test")))
                .should()
                .onlyDependOnClassesThat(describe("facts or no part of the service", ModelLayeringTest::isNoLogic))
                .check(model);
    }

    @Test
    void theModelWorksEverythingOutItself() {
        noClasses()
                .that(describe("the model", one -> !one.getName().contains("Test")))
                .should()
                .callMethodWhere(describe("works something out", ModelLayeringTest::isWorkedOut))
                .check(model);
    }

    private static boolean isNoLogic(JavaClass one) {
        String name = one.getName();
        return !name.startsWith("io.latchkey.decision.")
                || name.startsWith("io.latchkey.decision.model.")
                || FACTS.stream()
                        .anyMatch(fact -> name.equals(fact.getName()) || name.startsWith(fact.getName() + "$"));
    }

    private static boolean isWorkedOut(JavaCall<?> call) {
        return Stream.of("io.latchkey.decision.domain", "io.latchkey.events")
                        .anyMatch(call.getTargetOwner().getPackageName()::startsWith)
                && WORKED_OUT.contains(call.getTarget().getName());
    }
}
