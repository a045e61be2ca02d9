/**
 * What the commands share: regions and their styles, the plan and forecast of a run, the information about how a
 * result was made, and jobs for the engine. Code for one generation of ImageJ belongs to {@code imagej1} or {@code
 * imagej2}.
 */
package io.github.neuralstyle.imagej;
