@echo off
rem Starts the command line. Java is that of JAVA_HOME or the one on the path; JAVA_OPTS are passed to it.
setlocal
set java=java
if defined JAVA_HOME set java=%JAVA_HOME%\bin\java
rem TensorFlow's memory is not in Java's heap.
"%java%" -XX:MaxRAMPercentage=40 -XX:+UseSerialGC -Xms32m -Xmn24m -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40 --enable-native-access=ALL-UNNAMED %JAVA_OPTS% -cp "%~dp0..\lib\*" io.github.neuralstyle.cli.Main %*
exit /b %ERRORLEVEL%
