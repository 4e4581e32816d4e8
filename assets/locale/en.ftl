# Attache, in English.

untitled = Untitled
questionnaire-file = questionnaire
untitled-file = profile
unsaved = not saved
cancel = Cancel
close = Close
none-yet = none
absent = not possible
list-or = or
list-and = and

# Menus and commands
menu-file = File
menu-edit = Edit
menu-view = View
menu-examples = Examples
menu-recent = Recent files
command-new = New profile
command-open = Open…
command-add-opinions = Add opinions…
command-reopen = Reopen the last profile
command-save = Save
command-save-as = Save as…
command-revert = Revert to the saved version
command-export-chart = Export the chart (SVG, PNG, PDF)…
command-export-report = Export the full report (web page)…
command-export-workbook = Export the workbook of the analysis (Excel)…
command-export-questionnaire = Export a questionnaire to fill in (Excel)…
command-marks = Marks and mentions…
command-quit = Quit
command-undo = Undo
command-redo = Redo
command-switch-language = Switch to French
command-switch-theme = Light, dark, or high contrast
command-zoom-in = Larger
command-zoom-out = Smaller
command-zoom-reset = Normal size
switch-language = Français
language-fr = Français
language-en = English
theme-system = System theme
theme-light = Light theme
theme-dark = Dark theme

# The regions of the window
region-menu = Menus
region-sliders = Sliders
region-headline = Answer in brief
region-answer = Answer
region-centre = Chosen view
unfold-sliders = Show the sliders
unfold-answer = Show the answer
command-fold-sliders = Show or hide the sliders
command-fold-answer = Show or hide the answer
command-next-region = Next region of the window
command-former-region = Previous region of the window
hold-legend = Between the ends of the line, the leading answer does not change.

# The company
company-name = Company
company-date = Date (day/month/year)
company-date-wrong = Write the date as 25/11/2026; the former one is kept until then.
company-author = Author
company-description = Description: what company, and why this answer
company-notes = Notes
company-departments = Departments of the company

# Sliders
weight = Importance
weight-help = The importance of this factor against the others: only proportions count. At equal importance, two factors weigh the same, however many sliders they have.
weight-of = Importance: { $factor }
number-of = { $name } (value)
reset-of = Reset: { $name }
note-of = Note: { $name }
note-hint = What justifies this value…
article-says = The article, in French: “{ $quote }”
pulls-towards = → pulls towards { $name } ({ $points })
pulls-nowhere = no effect
pulls-with-share = { $share }% of the strategy { $pull }
diversity-help = 0 when one theme alone counts, 100 when all count equally and at their most.
theme-add = Add a theme
theme-name = Name of added theme { $number }
theme-unnamed = Unnamed theme
theme-remove = Remove: { $name }

# The answer
headline-settled = Recommended home: { $name }
headline-fragile = Recommended home, by a narrow margin: { $name }
headline-open = { $choices }: the choice remains open
headline-none-fits = No attachment really suits this company
headline-impossible = No department is allowed to host the function
headline-wanting = { $count ->
    [one] Answer one last question for a first answer
   *[other] Answer { $count } questions for a first answer
}
headline-wanting-help = Describe the company in a few questions (F4), or move the sliders on the left.
answer-none-yet = No answer yet
answer-none-yet-help = It comes once three factors are described, and grows finer with the others.
headline-then = { $in }: { $choices }
because = Why: { $facts }.
turns-above = { $lever } at { $to } or more: { $host } would come out ahead.
turns-below = { $lever } at { $to } or less: { $host } would come out ahead.
opens-above = { $lever } at { $to } or more: the choice would be open again.
opens-below = { $lever } at { $to } or less: the choice would be open again.
turns-never = No slider alone would change this answer.
certainty-settled = clear
certainty-fragile = fragile
certainty-open = open
chip = { $question }: { $answer } ({ $certainty })
chip-bare = { $question }: { $answer }
aside = “{ $name }” would come first on this question alone, but: { $why }
aside-nobody = The company does not have enough other departments to take part.
answer-sentence = A function { $attachment }, { $form }, { $role }, { $sourcing }.
answer-at = attached to “{ $name }”
own-name = “{ $name }”
answer-pending = { $choices } (undecided)
verdict-impossible = No department is allowed to host the function. Tick “can host it” for one of them.
verdict-nothing-possible = Nothing is possible here.
verdict-impossible-short = Impossible
verdict-alone = { $best }: the only possibility.
verdict-settled = Clear: { $names }, first in { $share } of simulated cases.
verdict-fragile = Fragile: { $names }, first in { $share } of simulated cases.
verdict-open = Open: { $names }; none comes first in more than { $share } of simulated cases.
verdict-none-fits = No alternative really suits: each has more against it than for it.
lead = { $best } leads { $second } by { $margin }.
lead-least = { $best } leads { $second } by less than { $margin }.
lead-tie = { $best } and { $second } are level.
leads-help = In how many of the simulated cases each comes first.
reasons-for = The case for { $name }
reasons-against = The case against { $name }
reason-go = { $points }. { $basis } A click leads to the slider.
basis-judgement = Based on our judgement.
basis-article = Based on the article, in French: “{ $quote }”.
basis-evidence = Source: { $citation }.
basis-cases = Weight fitted on { $cases } known organisations.
basis-times = Weight fitted on { $cases } known organisations: { $times } times our estimate.

# Where the sliders are, in a reason
value-slider = { $name } { $value }
value-themes = { $count ->
    [0] no theme counts
    [one] { $count } theme counts
   *[other] { $count } themes count
}

# The org chart
chart-function = Social Media Manager
chart-pending = { $choices }: to be decided
chart-candidate = possible here
chart-wanting = to be specified
chart-correspondent = Correspondent
chart-hub = Hub
chart-everyone = Everyone takes part
chart-initiative = Isolated initiative
chart-team = Social media team
chart-agency-weight = weight { $weight } of 100
chart-maybe = perhaps
chart-legend-solid = reports to
chart-legend-dotted = coordination
chart-legend-dashed = possible, or outside the company
chart-legend-possible = possible
chart-legend-outside = outside the company
chart-described = Org chart. { $answer }

# Files
picker-open = Open a profile
picker-opinions = Add the opinions of other profiles
picker-save = Save the profile
picker-export-chart = Export the chart
picker-export-report = Export the full report
picker-export-workbook = Export the workbook of the analysis
picker-export-questionnaire = Export a questionnaire to fill in
filter-profile = Attache profiles
filter-workbook = Excel workbooks
filter-opinions = Profiles, and tables (Excel, CSV)
filter-former = Other profiles (.ron)
filter-logo = Logo, PNG or SVG
filter-report = Web page, or Markdown text
path-help = No system file dialog is responding: type the path of the file.
path-name = Path of the file
path-open = Open
path-save = Save
path-wait = Keep waiting
replace-title = This file already exists
replace-question = Replace { $file }?
replace-yes = Replace
unsaved-title = Unsaved changes
unsaved-question = The changes to this profile will be lost unless you save them.
unsaved-save = Save
unsaved-discard = Do not save
problems-open = This file could not be opened
problems-save = The file could not be saved
problems-safe = Your open work was not touched.
settings-unreadable = The preferences could not be read: they are back to their defaults.
exported = Exported: { $file }
after-open = Open
after-reveal = Show in its folder
after-print = Print
after-gone = { $file } is not there any more: the file was moved or deleted.
after-not-opened = No program on this computer opened { $file }. The file is saved.
after-not-shown = The folder could not be shown. The file is saved: { $file }
after-not-printed = { $file } could not be printed: no program on this computer does. Export the summary, then print it elsewhere.
printed = The page is on its way to the printer.
print-in-viewer = The page is open in your PDF reader: print it from there.
command-print = Print the one-page summary…
command-open-exported = Open the document exported last
command-reveal-exported = Show the document exported last in its folder
asleep-exported = Nothing has been exported yet.

# What is wrong with a file
problem-in-file = { $file }: { $what }
problem-at-line = { $file }, line { $line }, column { $column }: { $what }
problem-at-field = { $file }, line { $line }, column { $column }, { $field }: { $what }
problem-newer-format = This file is in format { $found }, newer than format { $known } of this program. Install a newer version of Attache to open it.
problem-unknown-format = Format { $found } does not exist: format { $known } is expected.
problem-duplicate = “{ $found }” is given twice: keep only one.
problem-ends-too-soon = The file ends too soon: a closing bracket or a quotation mark is missing.
problem-expected-number = A number is expected here, such as 50.
problem-decimal-comma = In a file the decimal mark is a dot: write { $dotted } instead of { $found }.
problem-expected-text = A text between quotation marks is expected here.
problem-expected-symbol = The sign “{ $symbol }” is expected here.
problem-expected-option = “None” or “Some(…)” is expected here.
problem-unknown-field = The field “{ $found }” does not exist. Expected fields: { $expected }.
problem-unknown-variant = “{ $found }” does not exist. Expected values: { $expected }.
problem-missing-field = The field “{ $found }” is missing: add it.
problem-wrong-type = Found { $found } where { $expected } is needed.
problem-trailing = The file goes on after its end: remove what follows.
problem-not-utf8 = This is not a text file (UTF-8).
problem-too-deep = The brackets are nested too deeply.
problem-unexpected = “{ $found }” is not expected here.
problem-syntax = This passage is not written as it should be.
problem-bad-date = “{ $found }” is not a date: write it as 2026-11-24.
problem-bad-time = “{ $found }” is not a date with its time: write it as 2026-11-24T09:30.
problem-unknown-id = “{ $found }” is not known. Possible values: { $expected }.
problem-missing-id = “{ $found }” is missing: add it.
problem-unnamed-department = The department “{ $found }” is not known: give it a name.
problem-out-of-range = { $found } is out of range: a number from { $low } to { $high } is needed.
problem-too-many = { $found } items: { $high } at most.
problem-wrong-count = { $found } items: there must be { $wanted }.
problem-too-long = This text is too long: { $high } characters at most.
problem-bad-color = “{ $found }” is not a colour: write it like #0b57a4.
problem-pale-color = { $found } is hard to read on white (contrast { $contrast } to 1, it takes { $least }): choose a darker colour.
problem-logo-not-a-picture = This file is neither a PNG nor an SVG that can be read: give the logo as one of the two.
problem-logo-too-large = This logo is too large: give a smaller picture.
problem-logo-text = This SVG logo has text in it, whose font may be missing elsewhere: turn the text into outlines, or give a PNG.
problem-logo-picture = This SVG logo has a photo in it: give a PNG.
problem-logo-effects = This SVG logo has effects in it (shadows, patterns, masks over masks): make it simpler, or give a PNG.
problem-logo-empty = This SVG logo shows nothing: give another file.
problem-logo-not-plain = This SVG logo has more in it than shapes (a link, a script): give a PNG.
problem-others = { $found ->
    [one] And another problem: fix these first.
   *[other] And { $found } other problems: fix these first.
}
problem-empty-text = This text is empty: write it in both languages.
problem-empty-list = This list is empty: it needs at least one item.
problem-missing-question = The question “{ $found }” is missing: add it.
problem-curve-ends = A curve has at least two points, the first at 0 and the last at 100.
problem-curve-value = A point has the value { $found }: a number from -1 to 1 is needed.
problem-curve-order = The points of a curve go from left to right.
problem-sentence = The sentence must contain { $value } once; { $host } belongs there only if the alternative needs a department, and nothing else goes between braces.
problem-not-monotone = The curve towards “{ $to }” does not follow its declared direction.
problem-not-found = This file does not exist. Check the path.
problem-read-permission = You are not allowed to read this file.
problem-read = Reading failed: { $found }.
problem-is-folder = This is a folder: choose a file.
problem-not-a-file = This is not an ordinary file.
problem-in-use = Another program has this file open: close it there, then try again.
problem-away = This place is out of reach for now: check that the network or the synchronisation works, that the disk is plugged in, then try again.
problem-too-large = This file is too large: { $found } MiB at most.
problem-write-permission = You are not allowed to write here: choose another folder.
problem-write-shielded = This computer does not let Attache write in this folder: choose another one, or ask your IT department to allow it (protection of folders against ransomware).
problem-write-protected = This file is write-protected: it was left as it is. Choose another name, or remove the protection first.
problem-write-no-folder = This folder does not exist: choose another one.
problem-name-reserved = Windows keeps the name “{ $found }” for itself: choose another one.
problem-name-sign = Under Windows the name of a file cannot contain “{ $found }”: choose another one.
problem-name-end = Under Windows the name of a file cannot end with a dot or a space: choose another one.
problem-name-bad = This file name will not do: it is too long, or has a sign that the computer refuses. Choose a simpler one.
problem-write-full = The disk is full: free some space or choose another disk.
problem-write = Writing failed: { $found }.

# The report
report-not-fixed = This answer holds for this company on this date: the organisation is not set in stone, it evolves at the company’s own pace.
report-departments = Departments: { $departments }.
report-alternative = Alternative
report-fit = Fit
report-reason = { $why } ({ $points })
report-sliders = The sliders
report-factor = { $label } (importance { $weight })
report-slider = { $label }: { $value }
report-sources = Sources

# Command line
cli-about = Attache: where should a company attach its social-media function?
cli-profile = PROFILE.attache
cli-file = FILE
cli-template = TEMPLATE
cli-template-of = --template goes with a presentation (.pptx) alone
cli-base = BASE
cli-help-window = opens the window
cli-help-evaluate = answers, profile by profile
cli-help-evolve = the evolution of each, quarter by quarter (20 at most)
cli-help-export = writes the chart, the one-page summary, the presentation, the workbook or the full report, by the end of the file’s name
cli-help-check = checks profiles, and a knowledge base
cli-help-to = the file to write
cli-help-page = the one-page summary on this paper, rather than the chart (svg, png)
cli-help-template = a PowerPoint presentation or template, whose design the presentation (pptx) takes
cli-help-theme = the colours
cli-help-quarters = how many quarters, 1 to 20
cli-help-format = for a person, or for a program
cli-help-knowledge = a knowledge base of one’s own, for all of the above
cli-help-lang = the language; otherwise that of the system
cli-help-help = all this
cli-help-version = the version
cli-help-status = Exit status: 0 done, 1 a profile is wrong or nothing can be written, 2 wrong usage.
cli-progress = { $done } of { $total } profiles
cli-no-output = the output could not be written: { $why }
cli-unknown-option = unknown option: { $found }
cli-missing-value = a value is missing for { $found }
cli-unexpected-value = { $found } takes no value
cli-unexpected = wrong argument: { $found }
cli-bad-value = “{ $found }” does not suit { $option }: it takes { $known }
cli-known-ends = a name that ends in { $ends }
cli-known-count = a number from 1 to { $most }
cli-missing-option = the option { $found } is missing
cli-one-profile = a single profile is expected
cli-no-profile = { $found } needs at least one profile
cli-valid = { $file }: valid
window-no-display = no window can be opened: no screen can be reached from this session.
window-no-opengl = Attache cannot be shown here: the graphics driver does not offer OpenGL 2. This is common in a remote desktop or a virtual machine: open Attache on the computer itself, or have its graphics driver updated.
window-lost = the screen was closed, and the window with it: unsaved work will be offered at the next start.

# Why, and how sure
command-show-chart = Org chart
command-show-why = Why
command-show-sureness = How sure
unknown = We do not know
unknown-of = We do not know: { $factor }
unknown-help = The factor then counts for no alternative, and may have any value.
doubt-of = { $name } (give or take)
doubt-help = How far the value may be off, either way.
hold = The answer holds from { $low } to { $high }.
hold-below = Below: { $name }.
hold-above = Above: { $name }.
leads = comes first in { $share }% of simulated cases
next-title = To find out first
next-question = { $factor }: knowing this better would make the choice surer (+{ $gain }%).
warnings-title = Warnings
contact-point = { $theme }, to { $posture }
nothing = nothing in particular
flip = { $lever }: from { $from } to { $to }, and the answer becomes { $name }.
flip-opens = { $lever }: from { $from } to { $to }, and the choice opens.
flip-joint = Small differences here and there would be enough: { $name } would take the lead.
flip-none = No slider alone can change the answer.
flip-wait = Still being counted…
dominates = { $better } does at least as well as { $worse } on every factor: changing the importances will make no difference.
set-apart = For { $first }: { $pros }. For { $second }: { $cons }.
why-help = What each factor adds to or takes from each alternative, in points of fit, against their mean. Hover over a cell to read the reasons and their source.
why-base = Starting point
why-base-help = What each alternative is worth before anything is known of the company: what surveys and { $cases } known organisations chose most often.
why-total = Overall
why-cell = { $factor }, { $name }: { $points }
why-curve = { $measure } at { $value }: contribution { $partial }, from −1 to 1
changes-title = What would change the answer
changes-help = Under each slider, a line shows where the answer holds.
apply = Apply
apply-of = Apply: { $change }
acceptability-title = In how many simulated cases
acceptability-help = Attache simulates thousands of cases, varying the importances and each slider within the limits given: the share of cases in which each alternative comes first, second, and so on.
weight-doubt = Uncertainty about the importances
rank = { $rank ->
    [1] 1st place
    [2] 2nd place
    [3] 3rd place
   *[other] { $rank }th place
}
percent = { $value }%
points = { $value ->
    [one] { $shown } point
   *[other] { $shown } points
}
acceptability-of = { $name }, { $place }: { $share } (± { $error })
pairwise = Head to head, { $first } beats { $wins }.
pairwise-win = { $name } ({ $share } of cases)
never-first = never first
central-weights = First in { $share } of the cases with the importances that suit it best: { $weights }.
information-title = What is worth knowing
information-wait = Calculating…
information-none = Knowing more would hardly change the choice.
information-head = surer choice by
information-gain = { $name }: surer choice by { $gain }%
coverage-not-known = What is not known opens no contact point: { $factors }.
report-leads = First in
report-changes = What would change the answer
report-warnings = Warnings
report-next = To find out first: { $next }

# Contact points
command-show-contacts = Contact points
contacts-show = Show the contact points
contacts-unattended-count = { $count ->
    [one] { $count } contact point unattended
   *[other] { $count } contact points unattended
}
chart-left-out = { $count ->
    [one] { $count } department without a part is not shown
   *[other] { $count } departments without a part are not shown
}
chart-holds = { $count ->
    [one] { $count } contact point
   *[other] { $count } contact points
}
contacts-unattended-short = { $count } unattended
contact-points-of = { $theme } ({ $postures })
contact-hours = { $hours } h
contact-people = { $value ->
    [one] { $shown } person
   *[other] { $shown } people
}
contact-people-fewer = less than { $least } people
contacts-none = No contact point is open.
contacts-short = { $need } needed a week, { $means } available: short by { $apart }.
contacts-enough = { $need } needed a week, { $means } available: { $apart } to spare.
contacts-even = { $need } needed a week: exactly what is available.
contacts-means-own = Means stated by the company.
contacts-means-estimated = Means estimated from the answers.
contacts-estimate = estimate
contacts-people = People available
contacts-hours = Hours per person per week
contact-function = Social Media Manager
contact-team = Social media team
contact-by-strategy = up to the strategy
contact-closed = closed
contact-closed-quarter = closed until quarter { $quarter }
contact-opens = opens { $in }
contact-opens-never = no opening date
contacts-help = Drag an owner onto a point, or choose a point and press Enter. Delete lets the strategy decide again. A point that nobody was named for falls to the social media team, as far as it has the time.
contacts-drag = Drag onto a point
contacts-title = Contact points
contacts-load-none = no point
contacts-load = { $hours } · { $people }
contacts-part-named = Assigned
contacts-part-team = Social media team
contacts-part-nobody = Unattended
contacts-part-means = Available
contacts-estimate-again = Back to the estimated means
contact-cell = { $name }: { $state }, { $more }
contact-served = { $share } handled
contact-if-open = { $hours } if open
contact-unwanted = not planned
contact-give = Assign to
contact-give-team = Leave to the social media team
contact-close = Close, then open
contacts-held-by = { $owner }: { $points }, { $hours }
contacts-closed = Closed, { $opens }: { $points }
contacts-unattended = Unattended: { $points }
nobody = unattended

# Dates
today = today
season-of = { $season ->
    [spring] spring { $year }
    [summer] summer { $year }
    [autumn] autumn { $year }
   *[winter] winter { $year }
}
season-in = { $season ->
    [spring] in spring { $year }
    [summer] in summer { $year }
    [autumn] in autumn { $year }
   *[winter] in winter { $year }
}
season-the = { $season ->
    [spring] spring { $year }
    [summer] summer { $year }
    [autumn] autumn { $year }
   *[winter] winter { $year }
}
date-long = { $day } { $month ->
    [m1] January
    [m2] February
    [m3] March
    [m4] April
    [m5] May
    [m6] June
    [m7] July
    [m8] August
    [m9] September
    [m10] October
    [m11] November
   *[m12] December
} { $year }

# Over time
stage = Maturity: { $stage }
evolution-none = Up to { $end }, today’s organisation stays the right one.
evolution-change = { $in }, “{ $to }” replaces “{ $from }”: { $drivers }.
evolution-change-bare = { $in }, “{ $to }” replaces “{ $from }”.
evolution-impossible = { $in }, “{ $from }” is no longer possible: “{ $to }” takes its place.
evolution-possible = { $in }, “{ $to }” becomes possible.
evolution-nothing-left = { $in }, “{ $from }” is no longer possible, and nothing can take its place.
evolution-driver = { $measure } from { $before } to { $now }
rest-fixed-now = { $company ->
    [moves] Today’s organisation lasts; the company itself keeps evolving.
   *[rests] Today’s organisation lasts, and the company hardly changes any more.
}
rest-fixed = { $company ->
    [moves] The organisation settles { $from }; the company itself keeps evolving.
   *[rests] The organisation settles { $from }, and the company with it.
}
rest-far = after more than ten years
rest-from = from { $the }
rest-cycle = The organisation does not settle: { $from }, the same forms come back { $period }.
rest-later = Beyond that, { $rest }
rest-open = The organisation does not settle, even in the very long run.
rest-fixed-far = The organisation will not settle within ten years.
freeze-holds = Left unchanged, today’s organisation would still be the right one { $end }.
freeze-fails = Left unchanged, “{ $kept }” would no longer be the best choice from { $from }; { $end }, “{ $best }” would do better.
freeze-fails-for-a-time = Left unchanged, “{ $kept }” would no longer be the best choice from { $from }, but would be again { $end }.
freeze-gains = { $in }, letting it evolve will have brought: { $gains }.
freeze-costs = The downside: { $costs }.
opening-ready = From { $wanted }: { $name }
opening-waits = From { $opens }: { $name } (wanted from { $wanted }; until then, other points take the means)
opening-until = Handled today: { $name } (the means will no longer suffice from { $until })
opening-until-again = Handled today: { $name } (the means will no longer suffice from { $until }, then again from { $opens })
opening-never = Keep closed: { $name } (wanted from { $wanted }; the means will not suffice by { $end })
opening-never-today = Keep closed: { $name } (the means will not suffice by { $end })
command-show-evolution = Evolution
command-play-course = Play / pause
command-earlier-quarter = Three months earlier
command-later-quarter = Three months later
course-play = Play
course-pause = Pause
course-quarter = Date
course-shares-help = Share of simulated cases in which each comes first, varying the importances and each slider within its limits.
course-sliders-help = How the organisation moves the company; the band holds four simulated cases out of five.
course-described = { $title } · { $of }: { $values }
course-changes = What changes, and why
course-go = Go to: { $change }
course-loop-described = The organisation: { $pushes }. { $calls }
course-no-push = No effect this quarter.
course-organisation = The organisation
course-pushes = Effects in one quarter:
course-push = { $slider } { $by } ({ $from } → { $to })
period-years = { $count ->
    [one] every year
   *[other] every { $count } years
}
period-months = every { $count } months
freeze-rises = { $slider } up ({ $by })
freeze-falls = { $slider } down ({ $by })
plan-remove-help = Click to remove the event; Ctrl+Z brings it back.
course-company = The company
course-all-holds = The company keeps this organisation.
course-calls = Would suit the company better: { $rival }.
course-threat = The company keeps this organisation; next option: { $rival }.
course-freeze = What is gained by letting it evolve
cards-then = The company { $in }
cards-back = Back to today to make changes
course-openings = In what order to open contact points
course-openings-help = What is handled today stays so as long as the means suffice; each of the others opens as soon as it can be handled to the end beside those before it.
course-openings-place = { $place ->
    [today] From today
    [later] Later
   *[never] Keep closed
}
course-openings-why = { $place ->
    [today] Handled today, and as long as the means suffice.
    [later] Once the means suffice to the end, beside what is handled already.
   *[never] The means will not suffice by { $end }.
}
course-openings-until = { $name } (no longer from { $until })
course-openings-until-again = { $name } (no longer from { $until }, again from { $opens })
course-openings-wanted = { $name } (wanted from { $wanted })
course-openings-from = From { $opens }: { $name }
plan-pace = Pace
plan-pace-help = The company’s own pace: 100% is the usual one; at 0%, nothing moves.
plan-add = + Event { $in }
plan-event = { $of }: { $event }
plan-remove = Remove: { $event }
report-evolution = Over five years
report-pace = Pace: { $pace }%

# Commands over the window
menu-help = Help
command-of = { $command }: { $change }
command-palette = Find a command…
command-shortcuts = Shortcuts
command-new-scenario = New scenario
command-ballot = Secret ballot of the room…
command-show-compare = Compare
palette-hint = Type a few letters of a command
palette-nothing = No such command.
shortcuts-help = Tab reaches every control; the arrows move a slider.
shortcuts-present = While presenting: Space, arrows, Page Down or a click to move on; a digit goes to the slide of that number; H hides, R reveals, B blanks the screen, S swaps the screens, Escape leaves.
key-shift = Shift
key-left = Left
key-right = Right
key-plus = Plus
key-minus = Minus
theme-contrast = High contrast

# What changes between two profiles
change-moved = { $name } { $from } → { $to }
change-and-more = { $count ->
    [one] { $change }, and one more
   *[other] { $change }, and { $count } more
}
change-brand = Marks and mentions
change-description = Description
change-date = Date
change-events = Planned events
change-themes = Added themes: { $factor }
change-scenario-added = Scenario added
change-scenario-removed = Scenario removed

# Scenarios
scenario-first = Base
scenario-name = Name of the scenario
scenario-add = + Scenario
scenario-edit = Rename or remove this scenario
scenario-numbered = Scenario { $number }
scenario-new-help = New scenario: a copy of this one; this one stays as it is.
scenario-remove = Remove this scenario
scenario-first-stays = The first scenario stays.
compare-alone = There is only one scenario: add another (Ctrl+D), change it, and compare here.
compare-with = Compare “{ $name }” with
compare-other = other scenario
compare-causes = What changes in the answer
compare-differs = ≠ { $name }
compare-answer = { $answer } ({ $certainty })
compare-because = Reasons, in points of fit: { $causes }
compare-all-same = Both scenarios give the same answer.
compare-differences = What changes in the settings, from “{ $from }” to “{ $to }”
compare-copies = Nothing: both scenarios have the same settings.
compare-charts = The two org charts
compare-charts-help = The same places on both sides; the ≠ sign and a thick outline mark what changes.

# Departments
department-up = Move up: { $name }
department-down = Move down: { $name }
department-remove = Remove: { $name }
department-name = Name of: { $name }
department-hosts = { $name } may host the function
department-hosts-short = can host it
department-hosts-not = cannot host it
department-hosts-not-why = The article places the function only with general management, communications, marketing or digital; other departments take part.
department-part = { $name }: takes part beside the function, or not
department-part-themes = takes part as its themes matter
department-part-always = always takes part
department-part-never = takes no part
department-add = + { $name }
department-add-own = + Other
department-own = Department { $number }

# Presentation
command-present = Presentation (full screen)
command-present-window = Presentation in a window to share
present-blank = Black screen
present-hidden = The answer waits: R reveals it.
present-waits = The answer waits.
present-previous = Previous
present-next = Next
present-step = { $title } ({ $number } of { $count })
present-hide = Hide values (H)
present-reveal = Reveal (R)
present-leave = Leave (Escape)
present-slide-answer = The answer
present-slide-because = Why
present-slide-solid = How solid is it?
present-slide-contacts = Who handles the contact points?
present-slide-evolution = How the organisation will evolve
present-slide-turns = What would change our mind
present-slide-next = And now?
room-window-title = Attache — the room
room-screen = The room sees
room-screen-same = This screen only
room-screen-window = A window, to share
room-screen-numbered = Screen { $number } ({ $name }), { $width } × { $height }
room-screen-own = { $screen }, this one
room-swap = Swap screens (S)
room-closed = The room’s window is closed: the room sees nothing any more.
room-reopen = Open it again
room-lost = The room’s screen is no longer connected: its slides are in a window.
presenter-since = { $minutes ->
    [0] for less than a minute
   *[other] for { $minutes } min
}
presenter-room = What the room sees
presenter-next = Next: { $title }
presenter-last = This is the last slide.
presenter-notes = To say
presenter-notes-none = Nothing in particular.
presenter-noted = { $slider }: { $note }
presenter-hidden = Hidden from the room (R reveals it):
presenter-black = The room sees a black screen; B brings it back.
presenter-blank = Black screen (B)
solid-help = Each square stands for one simulated case in a hundred; from case to case, importances and sliders vary within the given limits.
solid-share = { $name }: { $count } cases in 100, { $likely }
solid-share-none = { $name }: 0 cases in 100
likely-solid = solid
likely-probable = likely
likely-plausible = possible
likely-not = unlikely
contacts-left = { $count ->
    [0] Every open contact point is handled
    [one] { $count } open contact point is unattended
   *[other] { $count } open contact points are unattended
}
contact-state = { $point }: { $state }
evolution-more = { $count ->
    [one] And one more later.
   *[other] And { $count } more later.
}
turns-lead = Any one of these changes would be enough:
next-attach = Decide on a function { $attachment }
next-choose = Settle the attachment: { $choices }
next-name = Appoint the person in charge
next-find-out = Settle the main doubt
next-contacts = Open only the contact points that you can handle
next-hold = { $count ->
    [one] Open the contact point that you want: you can handle it
   *[other] Open the { $count } contact points that you want: you can handle them all
}
next-open = Handle from today: { $points }.
next-until = Give to someone or close in time, for the means will no longer suffice: { $points }.
next-until-point = { $name } (from { $until })
next-closed = Unattended today, not to be opened until the means are there to last: { $points }.
next-and = { $first }; { $second }
next-more = { $count ->
    [one] one more
   *[other] { $count } more
}
next-beware = Points to watch
next-review = Review this answer { $in }
next-expected = Next change expected: { $change }

# Known organisations
comparables-title = Comparable organisations
comparables-help = What they did, without saying that it was the right choice.
comparable-in = in { $year }
comparable-about = about { $year }
comparable-did = The function was { $did }.
comparable-or = { $is } (or { $or }, depending on the reading)
comparable-read = By our reading: { $did }.
comparable-line = { $who }: { $did }
comparable-unsure = The source gives little more than a hint of it.
comparable-lacks = Departments that it did not have: { $departments }.
comparable-slider = { $name }: us { $ours }, them { $theirs }
comparable-choice = { $name }: us “{ $ours }”, them “{ $theirs }”
comparable-ours = us
comparable-theirs = them

# The page
benchmarks = Benchmarks from { $first }–{ $last }
benchmarks-of = Benchmarks from { $year }
page-company = The company
slide-why = Why
slide-how = How
chart-title = Recommended chart, { $date }
shares-told = { $name }: { $now } today, { $end } in five years
whole-title = { $company }: where to attach social media
whole-contents = Contents
brand-logo = Logo
marks-help = On the one-page summary, the slide, the chart and the full report. The screen stays as it is.
marks-own = This company
marks-own-help = Saved in the profile, they travel with it. What is left empty comes from the default.
marks-usual = Default
marks-usual-help = For every profile that has no marks of its own, on this computer.
marks-client = Client or consultancy
marks-confidentiality = Confidentiality notice
marks-accent = Colour (such as #0b57a4)
marks-choose-logo = Choose a logo…
marks-remove-logo = Remove the logo
marks-preview = Preview
marks-apply = Apply
page-sources = Sources: { $sources }.
page-leads = Share of simulated cases in which each comes first: { $leads }.
page-shares = Share of cases in which each comes first
export-failed = The document could not be produced: { $why }
picker-export-page = Export the summary
filter-chart = SVG, PNG or PDF
filter-page = PDF, PNG or SVG
command-export-page = Export the one-page summary, A4 (PDF)…
command-export-slide = Export the summary as a slide, 16:9 (PDF)…
command-copy-chart = Copy the chart as a picture
export-unknown = { $file }: the name must end in one of { $known }.
export-stopped = Export stopped: nothing was written.
exporting = Exporting…
chart-copied = The chart is on the clipboard.

# The room
command-show-group = The room
change-opinions = Opinions gathered
group-title = The room’s opinions
group-help = Set the sliders as you see the company, then save your opinion; or add those of others, with the button or by dropping them on the window: profiles, or a table (Excel, CSV) of one row for each person.
group-name = Name (optional)
group-add = Save this opinion
group-ballot = Secret ballot
group-remove = Remove the opinion: { $name }
group-unnamed = Opinion { $number }
group-alone = Two opinions at least are needed to compare them.
group-way-table = Around the table
group-way-table-how = Each person sets the sliders as they see the company, writes their name and saves their opinion.
group-way-ballot = By secret ballot
group-way-ballot-how = Each person votes on their phone or takes a turn at the screen; nobody sees the other opinions before the count.
group-way-files = From afar
group-way-files-how = Each person sends their Attache profile; drop all the files on the window together.
group-then = From the second opinion on, this view shows where opinions differ, what that changes in the answer, and what holds for the whole group.
group-full = There are too many opinions: remove some first.
group-spreads = Where opinions differ
group-agreed = All agree.
group-effect = makes the lead vary by { $points }
group-decides = changes the answer (a difference of { $points })
group-acceptability = What holds for the group
group-acceptability-help = Share of simulated cases in which each comes first, whichever opinion is kept and whatever the importances, each slider within its limits. An average of opinions would hide what divides them.
group-each = The answer of each
group-counting = The opinions are being counted…
group-ballot-again = { $round ->
    [2] Second secret ballot
   *[other] Secret ballot, round { $round }
}
group-round = { $count ->
    [one] Secret ballot, round { $round }: one ballot
   *[other] Secret ballot, round { $round }: { $count } ballots
}
group-round-title = Round { $round }
group-divides = What divides us
group-next = Next
group-former = Previous
group-said = “{ $step }”
group-if = If it is { $steps }: { $answer }.
group-if-not = The answer stays the same, whatever opinion is kept: { $answer }. Its lead varies by { $points }.
group-no-leader = no answer possible
group-left = { $count ->
    [one] One person leaves this question to the others.
   *[other] { $count } people leave this question to the others.
}
group-answer = { $name } ({ $certainty }): first in { $share } of the cases, give or take { $error }
group-before = round { $round }: { $share }
group-each-ballot = { $round ->
    [1] How many ballots lead to each answer
   *[other] How many ballots of round { $round } lead to each answer
}
voices-title = Voices and roles
voices-help = A voice can count more or less than another, and answer some factors only: the others then answer the rest for it. All of it is said beside the answer.
voices-told = Voices: { $voices }
voice-of = Weight of the voice: { $name }
voice-role = { $name }: { $role }
voice-all = answers everything
voice-answers = answers: { $factors }
voice-times = { $name } × { $voice }
voice-with-role = { $voice } ({ $role })
change-voice = Voice of { $name }
change-role = Role of { $name }
group-take-median = Set the sliders to the middle opinion
group-median-help = A starting point for the discussion, not the group’s answer; can be undone.
ballot-title = { $round ->
    [1] Secret ballot
   *[other] Secret ballot, round { $round }
}
ballot-asked = How do you see this company?
ballot-asked-help = { $count } questions, one a screen, in five steps. You may not know, or leave a question to the others.
ballot-here = On this screen, one after the other
ballot-cast-so-far = { $count ->
    [one] ballot cast
   *[other] ballots cast
}
ballot-count-told = { $count ->
    [0] No ballot cast
    [one] One ballot cast
   *[other] { $count } ballots cast
}
ballot-here-help = Take the seat in front of the screen: two minutes are enough.
ballot-elsewhere-help = Everyone scans a code; nothing goes through the internet. Those who are elsewhere vote by mail.
ballot-thanks = Your ballot is in the urn. Next person, please.
ballot-vote = I vote
ballot-rules = What is secret
ballot-rule-hidden = Neither the answer nor any opinion on the screen before the count.
ballot-rule-nameless = No name; ballots are mixed before they are counted.
ballot-rule-least = Three ballots at least, or nothing is shown.
ballot-unknown = I don’t know
ballot-left = left to the others
ballot-skip = Leave to the others
ballot-review = Your answers
ballot-review-help = Only you see them. Click a factor to correct it; nothing of them stays on the screen once the ballot is cast.
ballot-review-step = Reading over
ballot-review-line = { $factor }: { $answers }
ballot-empty = Answer one question at least.
ballot-cast = Cast my ballot
ballot-not-kept = Your ballot could not be kept, and does not count; try again. { $why }
ballot-in-memory = The ballots cannot be kept on the disk: they would be lost if Attache stopped. { $why }
ballot-close-first = Closing the window would lose the ballots: count or cancel the ballot first.
ballot-leave = Give up
ballot-leave-sure = Give up your turn? Nothing of it will be kept.
ballot-leave-no = Go on voting
ballot-leave-yes = Give up
ballot-count = Close and count
ballot-wanting = { $count ->
    [one] One more ballot before any can be counted.
   *[other] { $count } more ballots before any can be counted.
}
ballot-count-sure = { $count ->
    [one] Close the ballot? Nobody can vote afterwards.
   *[other] Close the ballot and count { $count } ballots? Nobody can vote afterwards.
}
ballot-count-yes = Count
ballot-cancel = Cancel the ballot
ballot-cancel-sure = { $count ->
    [0] Cancel the ballot?
    [one] Cancel the ballot? The ballot cast will be destroyed unread.
   *[other] Cancel the ballot? The { $count } ballots cast will be destroyed unread.
}
ballot-cancel-yes = Destroy them all
ballot-go-on = Go on with the ballot
ballot-counted = { $count ->
    [one] One ballot counted.
   *[other] { $count } ballots counted.
}
ballot-cancelled = Ballot cancelled: nothing of it was kept.
ballot-left-title = A ballot was not counted
ballot-left-question = { $count ->
    [one] One ballot waits in the urn.
   *[other] { $count } ballots wait in the urn.
} It is about: { $company }, round { $round }. Go on with it?
ballot-left-yes = Go on with the ballot
ballot-left-no = Destroy them all
ballot-left-unreadable = A ballot was not counted, and cannot be taken up again. { $why }
ballot-left-other = This ballot is about: { $company }, round { $round }. Open that profile first, with its knowledge base: the ballots stay kept, and the ballot will be offered again.

# The tour
tour-welcome =
    Welcome
    Attache answers one question, live in a meeting: where should this company attach its social-media function, in what form, and how should that evolve? To describe your company, one question per screen: F4.
tour-cards =
    Seven factors
    Each card is a factor of the article. Move a slider: everything answers at once. The line under a slider shows where the answer holds; hover over the help to read the article’s own words.
tour-headline =
    The answer, in one sentence
    The recommended home, whether it is clear, fragile or open, and why.
tour-centre =
    The org chart
    Solid line: the function reports there. Dotted: coordination. Dashed: a place still possible, or a body outside the company.
tour-answer =
    Why
    In how many simulated cases each attachment comes first, and the strongest reasons for and against: a click on one leads to its slider. Below, warnings and the other three answers.
tour-views =
    Other views
    What each factor weighs, how solid the answer is, who handles each contact point, five years of evolution, two scenarios side by side, and the opinions of the room.
tour-end =
    In the meeting
    F5 presents to the room, Ctrl+P prints a one-page summary to leave with, Ctrl+S saves, Ctrl+K finds any command. This tour is in the Help menu.
tour-step = { $number } of { $count }
tour-skip = Skip the tour
tour-done = Begin
command-tour = Guided tour
article-of = The article on: { $factor }
article-read = Read it in the article
article-read-of = Read in the article: { $factor }
article-title = The article behind Attache
article-language = In full and in French, as it was published.
command-article = Read the article
command-about = About Attache
about-version = Version
about-licence = Licence
about-licence-ours = MIT or Apache 2.0, at your option
about-knowledge = Knowledge base
about-seed = Random seed
about-copy = Copy
about-copied = Copied
about-texts = Licences of Attache, its fonts and its components

# Describing one’s company
command-describe = Describe my company
command-like-ours = Start from a company like ours…
asleep-voting = Not during a secret ballot.
asleep-presenting = Not during the presentation.
welcome-title = Where should social media report?
welcome-help = Answer a few questions: the org chart and the answer take shape as you go.
welcome-describe = Describe my company
welcome-describe-help = Three minutes, one question per screen. “We do not know” is an answer too.
welcome-like = Start from a company like ours
welcome-like-help = Ten organisations, by sector: choose the closest, then make it yours.
welcome-example = See an example first, with the guided tour
like-title = Which is most like yours?
like-help = You will adapt its answers to your company, screen by screen.
sector-consumer = Retail and brands
sector-services = Banking and software
sector-public = Health and local government
sector-industry = Industry
sector-charity = Charities
describe-progress = { $number } of { $count }
describe-done = Everything has been reviewed
describe-sliders = Go to the sliders (F4)
describe-back = Back
describe-skip = Skip
describe-next = Continue
describe-show = See the answer
describe-company = Who are you?
describe-company-help = This name will appear on the org chart and on the page. Everything stays on this computer.
describe-name = Name of the company
describe-line = What it does, in one line (optional)
describe-author = Your name (optional)
describe-departments = Which departments do you have?
describe-departments-help = Remove those you do not have, give the others the names you use, and say which could host the function.
describe-department-add = Add a department
describe-called = what you call it
describe-own = Another department
describe-own-hint = its name
describe-keys = Keys 1 to 5, or 0 if you do not know
describe-answer = { $question } { $answer }
describe-unknown = We do not know
describe-rather = rather: { $end }
describe-middle = in between
describe-between = Current value: { $value } (± { $doubt }), kept until you answer.
describe-last = Your answer is ready
describe-last-help = Click a factor to come back to it; everything can still be changed, here or with the sliders.
describe-told = answered
describe-left = no answer
describe-even = For now, all factors count alike.
describe-uneven = The factors do not all count alike.

# After a crash
overtaken-title = Someone else has changed this file
overtaken-question = Since you opened it, { $file } has changed on disk. Nothing is written yet: which one stays?
overtaken-mine = Keep mine
overtaken-theirs = Take theirs
outside-changed = “{ $file }” has just been saved by someone else, or by another program. What differs: { $change }.
outside-details = details
outside-mine = Your own changes are still here.
outside-take = Take that version
outside-keep = Keep what is here
outside-unreadable = “{ $file }” has just been changed by someone else or another program, and cannot be read any more. Your work is still here.
outside-renamed = “{ $from }” is now called “{ $to }”.
outside-follow = Go on under that name
outside-stay = Keep the former name
outside-gone = “{ $file }” is no longer in its place: removed, moved or out of reach. Your work is still here.
outside-again = Save it there again
last-time = Last time, you worked on “{ $file }”.
last-reopen = Reopen it
asleep-reopen = No other profile has been opened yet.
claimed-title = This profile is open already
claimed-question = { $file } is open in another window. Two windows on one file end up erasing each other.
claimed-copy = Open a copy
claimed-anyway = Open it anyway
save-elsewhere = Save elsewhere…
unwritten-over = Write over it
unwritten-again = Try again
recover-title = Unsaved work was found
recover-question = An unsaved copy exists: { $file }. Reopen it?
recover-new = a new profile
recover-yes = Reopen it
recover-later = Later
recover-no = Delete it
crashed = Attache must close because of an error. Your work was kept, and will be offered at the next start.

# Knowledge bases
knowledge-used = Knowledge base: { $name }
knowledge-does-not-fit = This knowledge base does not fit the open profile
filter-knowledge = Attache knowledge bases
picker-open-logo = Choose a logo
picker-open-knowledge = Use a knowledge base
picker-export-knowledge = Export the built-in base
command-open-knowledge = Use a knowledge base of one’s own…
command-export-knowledge = Export the built-in knowledge base…
command-builtin-knowledge = Use the built-in knowledge base

# Scripts that the fonts lack
script-lacking = No font on this computer can show “{ $signs }” ({ $scripts }): a box replaces each character, on the screen and in PDF files and pictures.
script-arabic = Arabic
script-hebrew = Hebrew
script-thai = Thai
script-indic = scripts of India
script-han = Chinese or Japanese
script-kana = Japanese
script-hangul = Korean
script-emoji = emoji
script-other = another script

# Why a command cannot be run now.
asleep-undo = There is nothing to undo.
asleep-redo = There is nothing to redo.
asleep-unchanged = Nothing has changed since the last save.
asleep-builtin = The built-in knowledge base is in use already.
asleep-scenarios = There cannot be more scenarios: remove one first.
asleep-evolution = Show the evolution first.
asleep-pictures = The clipboard of this computer takes no pictures: export the chart instead (Ctrl+E).
asleep-typing = Not while a text is being typed.

# Files: what is under way, and what protects the work.
picker-waiting = A file dialog of the system is open.
picker-instead = Type the path instead
exporting-more = { $count ->
    [one] One more document follows.
   *[other] { $count } more documents follow.
}
unprotected = There is no safety copy of your unsaved work for now. { $why }
knowledge-unfit-question = This knowledge base asks other questions of a company. It can be used with a new profile, in place of the one that is open.
knowledge-unfit-yes = Use it, with a new profile

# Weigh the factors
command-weigh = Weigh the factors…
weigh-rank = What would change your choice most?
weigh-rank-help = Imagine every factor at its lowest. If a single one could go to its highest, which would change your choice most? Click it, then the next, down to the last.
weigh-ranked = { $number }. { $factor }
swing = { $name }: from “{ $low }” to “{ $high }”
swing-here = { $swing } (here: { $here })
weigh-rate = The first is 100. And the others?
weigh-rate-help = If going from lowest to highest counts half as much as for the first, set 50. What you see at first follows from the order alone.
weigh-first = { $factor }: 100
weigh-check = Is this what you think?
weigh-check-help = If it is not, go back.
weigh-check-more = “{ $second }” and “{ $third }” together ({ $sum }) count more than “{ $first }” alone (100).
weigh-check-less = “{ $second }” and “{ $third }” together ({ $sum }) do not count more than “{ $first }” alone (100).
weigh-same = The answer does not change: { $headline }
weigh-other = Today: { $now }. With these importances: { $headline }
weigh-to-rate = Refine the values
weigh-order-only = Keep the order only
weigh-to-check = Check
weigh-apply = Apply
weigh-back = Back
by-order = Keep only the order of the importances
by-order-help = Only the order is sure: the simulated cases take any importances that keep to it.

change-journal = Journal of the sessions
change-review = Review date
change-no-day = none
change-foreseen = Forecast kept for the review
command-journal = Journal of the sessions…
time-of-day = { $hours }:{ $minutes }
minute = { $time }: { $what }
minute-by = { $what } ({ $who })
minute-why = { $minute }. Reason: { $why }
minutes-title = Record of decisions
minutes-left-out = { $count ->
    [one] One earlier change is no longer kept.
   *[other] { $count } earlier changes are no longer kept.
}
journal-title = Journal of the sessions
journal-help = Each change is noted in this file: when, what, by whom. What is undone is taken out. Of a secret ballot, only the number of opinions is noted.
journal-find = Find a word
journal-subject = Subject
journal-all = All subjects
journal-about = { $subject ->
    [importances] Importance of the factors
    [contacts] Contact points
    [plan] What is planned
    [scenarios] Scenarios
    [room] Opinions in the room
   *[company] Company and departments
}
journal-name = Your name (optional)
journal-name-help = Noted with your next changes. It is remembered on this computer.
journal-why = Why? (optional)
journal-why-of = Why: { $what }
journal-medians = Sliders set to the middle opinion of the room
journal-copy = Copy the record
journal-off = Note nothing in this file
journal-off-help = Erases the journal of this file; Ctrl+Z brings it back.
journal-on = Note changes
journal-on-help = The next changes will be noted in this file.
journal-is-off = Nothing is noted in this file.
journal-empty = Nothing has changed yet.
journal-none-found = No change matches.

next-review-on = Look at this answer again on { $day }
command-export-calendar = Export the review date (calendar)…
command-review = Review of the answer…
asleep-review = Set a review date first, in the evolution.
picker-export-calendar = Export the review date
filter-calendar = Calendar
review-planned = Review planned for { $day }.
review-asks = The review was planned for { $day }. What has changed?
review-help = Forecast kept on { $day }. Lines show what was foreseen, dots what is set today.
review-organisation = { $is ->
    [kept] { $question }: { $foreseen }, as foreseen.
   *[other] { $question }: foreseen { $foreseen }, today { $now }.
}
review-not-known = not known
review-slider = { $slider }: { $then } at the start, { $foreseen } foreseen, { $now } today
review-plot = { $title }: { $sliders }
review-again = Describe it again
review-again-of = Describe again: { $factor }
review-others = Nothing was foreseen to move in these factors. Describe one again:
review-through = { $count ->
    [one] Go through the factor that can have changed
   *[other] Go through the { $count } factors that can have changed
}
review-date = Date the profile today
review-date-help = Once the sliders are up to date, the profile describes the company of today: quarters count from here.
review-next = Next review on { $day }
review-next-help = At the next change of form that is foreseen. Today’s forecast is kept for that day.
review-later = Later
review-set = Set a review on { $day }
review-set-help = At the next change of form that is foreseen. Once the day has come, the profile asks what has changed and compares with today’s forecast.
review-day = Review date (day/month/year)
review-open = Look at the review…
review-calendar = For the calendar…
review-keep = Keep today’s forecast
review-keep-help = The profile has changed since the date was set: replaces the forecast that was kept by today’s.
review-remove = Remove the review
review-event = Look again at where social media report: { $company }
review-event-about = Open the profile in Attache again: it asks what has changed and compares with what was foreseen.

# The workbook
sheet-brief = In brief
sheet-heading = Heading
sheet-content = Content
sheet-date = Date
sheet-scenario = Scenario
sheet-description = Description
sheet-answer = Answer
sheet-why = Reasons
sheet-knowledge = Knowledge base
sheet-lasting = Until when it holds
sheet-answers = Answers
sheet-question = Question
sheet-certainty = Certainty
sheet-first = Comes first (% of simulated cases)
sheet-error = Standard error (percentage points)
sheet-told = In words
sheet-scenarios = Scenarios
sheet-compared = What is compared
sheet-differs = Different?
sheet-is-other = differs
sheet-fits = Fit
sheet-fit = Fit (0 to 100)
sheet-base = To begin with (out of 100)
sheet-contribution = { $factor } (points)
sheet-possible = Possible?
sheet-is-possible = possible
sheet-ranks = Ranking
sheet-rank = Rank { $rank } (% of simulated cases)
sheet-rank-error = Rank { $rank }, standard error (percentage points)
sheet-sliders = Sliders
sheet-factor = Factor
sheet-slider = Slider
sheet-value = Value (0 to 100)
sheet-doubt = Doubt (± points)
sheet-note = Note
sheet-at-0 = At 0
sheet-at-100 = At 100
sheet-weights = Importance
sheet-weight = Importance (0 to 100)
sheet-weight-share = Share of the total (%)
sheet-is-known = Known?
sheet-known = known
sheet-choice = Detail
sheet-gain = Knowing it exactly: gain in the chance of choosing well (percentage points)
sheet-turns = What would change
sheet-lever = Slider or importance
sheet-today = Today (0 to 100)
sheet-turns-at = The answer changes at (0 to 100)
sheet-apart = Difference (points)
sheet-then = Answer then
sheet-opens = the choice is open
sheet-holds = Margins
sheet-low = Leads from (0 to 100)
sheet-high = Leads up to (0 to 100)
sheet-below = Leads below
sheet-above = Leads above
sheet-course = Evolution
sheet-quarter = Quarter
sheet-season = Season
sheet-begins = Begins
sheet-first-of = { $name }: first (% of cases)
sheet-stage = Stage of maturity
sheet-in-place = { $question }: in place
sheet-need = Hours needed (a week)
sheet-means = Hours available (a week)
sheet-planned = Planned events
sheet-changes = What changes
sheet-chart = Attachment: what comes first, quarter by quarter
sheet-chart-axis = Share of simulated cases
sheet-levels = Sliders over time
sheet-level = { $slider } (0 to 100)
sheet-theme = Theme
sheet-posture = Posture
sheet-state = Today
sheet-owner = Held by
sheet-hours = Hours a week
sheet-wanted = Wanted from
sheet-opens-at = Open from
sheet-until = Held until
sheet-contact-held = open
sheet-contact-unheld = open, held by nobody
sheet-contact-shut = closed, { $opens }
sheet-contact-later = not wanted yet
opinions-sheet = Opinions
opinions-name = Name
opinions-voice = Voice
opinions-round = Round
opinions-ends = 0: { $low }. 100: { $high }. ?: I don’t know. Empty: left to the others.
opinions-wrong-title = 0 to 100
opinions-wrong = Write a number from 0 to 100, or a question mark if you don’t know; leave empty what you leave to the others.

# Opinions from a table
problem-cell = Cell { $cell }: { $what }
problem-sheet-cell = Sheet “{ $sheet }”, cell { $cell }: { $what }
problem-unknown-column = “{ $found }” is not the name of a slider. Correct this header after the questionnaire to fill in, or remove the column.
problem-column-twice = There are two columns “{ $found }”. Remove one of them.
problem-no-header = This column has no header. Write the name of the slider at its top, or empty the column.
problem-not-a-number = “{ $found }” is not a number. Write a number from 0 to 100, or empty the cell.
problem-not-to-100 = “{ $found }” is not between 0 and 100. Write a number from 0 to 100, or empty the cell.
problem-a-day = This is a date, not a number. Format the cell as a number, then write a number from 0 to 100.
problem-merged = This cell is merged with others, so nobody knows for whom it speaks. Unmerge it, then fill in each cell.
problem-long-name = The name is longer than { $high } characters. Shorten it.
problem-no-sliders = No column has the name of a slider. Start from the questionnaire to fill in (File menu), or name the columns so: { $expected }.
problem-no-opinions = The table holds no opinion. Fill in a row for each person, under the headers.
problem-no-urn = These ballots were not written by this version of Attache, or for another knowledge base: they cannot be taken up here.
problem-no-voice = “{ $found }” is not the weight of a voice: write a number from { $least } to { $most }, or leave it empty for 1.
problem-no-round = “{ $found }” is not the number of a ballot: write 1, 2, 3… or leave it empty.
problem-opinions-full = The table holds { $found } opinions, and there is room for only { $room } more. Remove opinions or rows.
problem-not-a-table = This file is not a table that can be read. Open it in your spreadsheet program and save it again as .xlsx or .csv, without a password.
problem-other-table = This kind of spreadsheet is not read. Save the file as .xlsx or .csv.
problem-large-table = The table has more than { $rows } rows or { $columns } columns. Keep only the opinions.
problem-unfolds = Once unpacked, the file is larger than { $high } MiB. Keep only the sheet of opinions.

# The PowerPoint presentation
deck-answer-settled = The social-media function should be { $attachment }
deck-answer-fragile = The social-media function should be { $attachment }, by a narrow margin
deck-answer-open = The attachment is still open between { $choices }
deck-why = { $name } comes out ahead: { $facts }
deck-why-bare = { $name } comes out ahead, with no argument that decides alone
deck-why-open = No argument clearly separates { $choices }
deck-solid-settled = The answer is solid: “{ $name }” comes first in { $share } of the simulated cases
deck-solid-fragile = The answer is fragile: “{ $name }” comes first in only { $share } of the simulated cases
deck-solid-open = The choice is still open: no attachment comes first in more than { $share } of the simulated cases
deck-contacts-all = { $today ->
    [one] The contact point that is wanted can be handled from today
   *[other] All { $today } contact points that are wanted can be handled from today
}
deck-contacts-none = No contact point can be handled today: better keep them closed
deck-contacts-some = { $today ->
    [one] Handle one contact point from today
   *[other] Handle { $today } contact points from today
}, and keep { $closed } closed for now
deck-road = { $count ->
    [one] One change to prepare { $in }: move to “{ $to }”
   *[other] { $count } changes to prepare, the first { $in }: move to “{ $to }”
}
deck-road-none = Until { $end }, today’s organisation stays the right one
deck-others = The other answers
deck-next = Decide now, and review this answer { $in }
deck-next-on = Decide now, and review this answer on { $day }
deck-review = Proposed review: { $date }
deck-lead = What puts { $best } ahead of { $second }, in points of fit
deck-lead-described = Bar chart: the lead of { $best } over { $second }, factor by factor. { $values }.
deck-share = Simulated cases in which each attachment comes first, in %
deck-share-described = Bar chart: share of the simulated cases in which each attachment comes first. { $values }.
deck-value = { $name } { $value }
deck-point = Contact point
deck-when = When
deck-owner = In charge
deck-table-described = Table of the contact points: when to open them, and who holds them. { $title }.
deck-now = from today
deck-now-until = today, to be given or closed from { $until }
deck-from = from { $opens }
deck-closed = to be kept closed
deck-rows-more = { $count ->
    [one] One more contact point is named in the notes.
   *[other] { $count } more contact points are named in the notes.
}
deck-road-described = Timeline of the years to come, question by question: what is in place and what changes. { $title }.
deck-happens = what changes, what is planned, what opens
deck-joint = Joint
deck-bond-reports = Attachment: { $from } – { $to }
deck-bond-together = Coordination: { $from } – { $to }
deck-page-of = { $company } · { $date }
problem-not-a-deck = This is not a PowerPoint presentation that can be read, or a password protects it: save it in PowerPoint as .pptx or .potx, without a password.
problem-deck-name = A name in this file leads out of its folder (“{ $found }”): the file is refused. Save it again in PowerPoint.
problem-deck-inflates = Unpacked, this file is larger than { $found } MiB: it is refused. Remove large pictures from the master.
problem-deck-entities = “{ $found }” declares XML entities, which PowerPoint never does: the file is refused.
problem-deck-broken = “{ $found }” is damaged or missing in this file: open it in PowerPoint and save it again.
command-export-deck = PowerPoint presentation (PPTX)…
command-choose-template = Choose a PowerPoint template…
command-drop-template = Use no PowerPoint template any more
picker-export-deck = Export the PowerPoint presentation
picker-template = Choose a PowerPoint template
filter-deck = PowerPoint presentations
filter-template = PowerPoint templates and presentations
template-chosen = PowerPoint presentations will follow the template { $file }.
template-dropped = PowerPoint presentations no longer follow a template.
asleep-template = No PowerPoint template is chosen.

# The ballot on everyone's phone: the page itself.
poll-title = Your opinion, in secret
poll-intro = Answer from what you know. Nothing is chosen in advance, and you may skip a question.
poll-secret = Nobody asks for your name. In the room, answers appear only once the ballot is closed, all together.
poll-network = This page is not encrypted: somebody who watches this network could read your answers.
poll-code-reads = Your answers stay in this page, which makes a code of them to send back. Whoever receives this code can read your answers in it.
poll-needs-script = To vote with this file, open it in a browser, with JavaScript.
poll-start = Start
poll-next = Next
poll-back = Back
poll-unknown = I don’t know
poll-clear = Remove my answer
poll-end-title = Ready to hand in?
poll-answered = Questions that you have answered:
poll-end = You can go back and change your answers.
poll-send = Hand in my ballot
poll-sent-title = Your ballot is in
poll-sent = The computer in the room has kept it. You may close this page, or change your answers until the ballot is closed.
poll-change = Change my answers
poll-offline = Your ballot was not sent: the computer in the room does not answer. Your answers stay here. Check that your phone is on the network of the room, then try again; if the ballot is closed, it is too late.
poll-not-kept = The computer in the room could not keep your ballot. Your answers stay here: try again in a moment, or tell whoever leads the meeting.
poll-too-many = Too many requests at once. Wait a few seconds, then try again.
poll-no-cookie = Your browser refuses the cookie that tells ballots apart. Accept cookies for this address, or leave private browsing, then reload the page.
poll-empty = Answer at least one question.
poll-full = This ballot has received all that it can hold.
poll-elsewhere = This ballot came from another page. Open the address shown in the room.
poll-not-understood = This ballot cannot be read. Reload the page, then start again.
poll-not-here = There is nothing at this address. Check the one shown in the room.
poll-code-make = Get my code
poll-code-title = Your code
poll-code-how = Send it to whoever leads the meeting, who will paste it into Attache. If you change your answers, the new code takes the place of this one.
poll-copy = Copy the code
poll-copied = The code is copied.
poll-mail = Send it by mail
poll-save = Save it to a file

# The ballot on other devices: the screen that opens it.
phones-way = Vote on phones…
phones-way-open = The code for phones
phones-title = On everyone’s phone, in the room
phones-help = Phones on the same network as this computer open the ballot by scanning a code. Nothing goes through the internet, and all of it closes with the ballot.
phones-no-network = This computer is on no network. Connect it to the Wi-Fi of the room, or share the connection of a phone.
phones-network = { $kind }: { $address } ({ $name })
phones-network-shared = Connection shared by this computer
phones-network-wifi = Wi-Fi
phones-network-cable = Wired network
phones-network-other = Other network
phones-network-virtual = Network within the computer
phones-public = This address may be visible from the internet. Choose the Wi-Fi of the room instead.
phones-plain = Answers cross this network unencrypted: somebody who watches it could read them. If that will not do, let people vote by mail or on this screen.
phones-open = Open the ballot on this network
phones-look = Look for networks
phones-scan = Code to scan in order to vote: { $link }
phones-scan-or-type = Scan the code, or type this address
phones-on = Open on { $network }
phones-opening = Opening…
phones-gone = The network has gone. The ballots received are kept; the ballot opens again by itself when the network is back. If the address changes, those who have voted must not vote again.
phones-ports = Other programs hold every port of this computer. Close one of them: opening is tried again.
phones-not-allowed = This computer does not allow Attache to receive connections. Ask your IT department, or let people vote by mail.
phones-refused = The ballot could not be opened. { $why }
phones-received = { $count ->
    [one] ballot received from phones
   *[other] ballots received from phones
}
phones-plain-open = One ballot per browser; compare their number with that of the voters. Answers cross this network unencrypted.
phones-shut = Close to phones
phones-back = Back
phones-mail = By mail, for those who are not in the room
phones-mail-help = The same page can be sent as an attachment. Once filled in, it gives a short code, which people send back to you. While the ballot is open, paste it here, or drop here the file that came. The code holds the answers, and the mail bears a name: the secret then depends on whoever receives it.
phones-mail-page = Save the page to send
phones-page-kept = Page saved: { $path }
phones-file = Secret ballot
phones-code = Codes received, one per line
phones-code-take = Put into the urn
phones-code-none = This is no code of a ballot: it has six groups of four characters.
phones-code-mistyped = One character of the code is wrong, or two have changed places: check it.
phones-code-other = This code answers another ballot.
phones-code-twice = This ballot is in the urn already: it is counted once.
phones-code-taken = { $count ->
    [one] One ballot put into the urn.
   *[other] { $count } ballots put into the urn.
}
