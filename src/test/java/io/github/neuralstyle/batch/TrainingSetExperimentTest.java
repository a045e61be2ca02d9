package io.github.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.batch.TrainingSetExperiment.Modality;
import io.github.neuralstyle.batch.TrainingSetExperiment.Training;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.model.TestModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A small version of the experiment, by a tiny network. */
class TrainingSetExperimentTest {

    @TempDir
    Path folder;

    /** What is learned from A finds little of B, and that from B finds nuclei; so there is something to gain. */
    @Test
    void everyTrainingIsScoredAndTheSameAgain() throws IOException {
        TestModels.tiny(folder.resolve("tiny"));
        TrainingSetExperiment experiment = new TrainingSetExperiment(
                2,
                1,
                1,
                "0.3",
                Augmentation.PRESET
                        .settings()
                        .withFinish("off")
                        .withSteps(1)
                        .withModel(folder.resolve("tiny").toString())
                        .withLossConfig(LossConfig.DEFAULT
                                .withLosses(List.of("content", "gram"))
                                .with(LossConfig.CONTENT_LAYERS, LossConfig.equal("block1_conv1"))
                                .withStyleLayers(LossConfig.equal("block1_conv2"))));
        Map<Training, Double> scores = experiment.run(folder.resolve("phase"), Modality.PHASE, 1);
        assertEquals(Set.of(Training.values()), scores.keySet());
        double alone = scores.get(Training.ALONE), labelled = scores.get(Training.LABELLED);
        assertTrue(alone < .5 && labelled > .7, scores.toString());
        assertEquals(scores, experiment.run(folder.resolve("phase"), Modality.PHASE, 1), "a seed decides all");
    }

    /** Of 1, 2, 3, 4 the deviation is 1.291, and Student's factor for 3 degrees of freedom 3.182. */
    @Test
    void intervalsAreStudents() {
        assertEquals("2.500 ± 2.054", TrainingSetExperiment.interval(new double[] {1, 2, 3, 4}));
    }
}
