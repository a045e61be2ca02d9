/**
 * What runs in an ImageJ whose Java is older than 17, compiled for Java 8: menu entries that say what to do. It depends on no
 * other package of this program.
 */
package io.github.neuralstyle.java8;
