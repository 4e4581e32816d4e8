-- The double-click on macOS: a profile comes as an event to the application, which this hands to
-- the program as an argument. Nothing of the program itself has to know of such events.

on run
	launch("")
end run

on open theFiles
	repeat with theFile in theFiles
		launch(quoted form of POSIX path of theFile)
	end repeat
end open

on launch(theArgument)
	set theProgram to POSIX path of (path to me) & "Contents/Resources/attache"
	do shell script quoted form of theProgram & " " & theArgument & " >/dev/null 2>&1 &"
end launch
