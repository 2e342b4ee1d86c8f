package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.StackUnderTest.Stack;
import io.latchkey.system.story.MainJob;
import io.latchkey.system.story.Narrator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(StackUnderTest.class)
class MainJobIT {

    private final Stack stack;

    MainJobIT(Stack stack) {
        this.stack = stack;
    }

    @Test
    void aMissedInstallmentLocksAHandsetAndThePaymentFreesIt() {
        Heard heard = new Heard();

        new MainJob(stack.faces(), heard).play();

        assertThat(heard.steps).hasSizeGreaterThan(10).allMatch(Narrator.Step::ok);
        assertThat(heard.steps.getLast().read()).startsWith("RELEASED");
    }

    private static final class Heard implements Narrator {

        private final List<Step> steps = new ArrayList<>();

        @Override
        public void chapter(String title) {
            assertThat(title).isNotBlank();
        }

        @Override
        public void doing(String what) {
            assertThat(what).isNotBlank();
        }

        @Override
        public void step(Step step) {
            steps.add(step);
        }
    }
}
