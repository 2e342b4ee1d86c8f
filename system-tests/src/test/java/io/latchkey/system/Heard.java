package io.latchkey.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.latchkey.system.story.Narrator;
import java.util.ArrayList;
import java.util.List;

/** Listens to the main job. */
final class Heard implements Narrator {

    private final List<Step> steps = new ArrayList<>();

    void assertThatItWentWell() {
        assertThat(steps).hasSizeGreaterThan(10).allMatch(Step::ok);
        assertThat(steps.getLast().read()).startsWith("RELEASED");
    }

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
