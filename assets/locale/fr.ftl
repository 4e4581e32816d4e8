# Attache, en français.

untitled = Sans titre
questionnaire-file = questionnaire
untitled-file = profil
unsaved = non enregistré
cancel = Annuler
close = Fermer
none-yet = aucune
absent = pas possible
list-or = ou
list-and = et

# Menus et commandes
menu-file = Fichier
menu-edit = Édition
menu-view = Affichage
menu-examples = Exemples
menu-recent = Fichiers récents
command-new = Nouveau profil
command-open = Ouvrir…
command-add-opinions = Ajouter des avis…
command-reopen = Rouvrir le dernier profil
command-save = Enregistrer
command-save-as = Enregistrer sous…
command-revert = Revenir à la version enregistrée
command-export-chart = Exporter l’organigramme (SVG, PNG, PDF)…
command-export-report = Exporter le compte rendu complet (page web)…
command-export-workbook = Exporter le classeur de l’analyse (Excel)…
command-export-questionnaire = Exporter un questionnaire à remplir (Excel)…
command-marks = Marque et mentions…
command-quit = Quitter
command-undo = Annuler la modification
command-redo = Rétablir la modification
command-switch-language = Passer à l’anglais
command-switch-theme = Clair, sombre ou contrasté
command-zoom-in = Agrandir
command-zoom-out = Réduire
command-zoom-reset = Taille normale
switch-language = English
language-fr = Français
language-en = English
theme-system = Thème du système
theme-light = Thème clair
theme-dark = Thème sombre

# Les zones de la fenêtre
region-menu = Menus
region-sliders = Curseurs
region-headline = Réponse en bref
region-answer = Réponse
region-centre = Vue choisie
unfold-sliders = Afficher les curseurs
unfold-answer = Afficher la réponse
command-fold-sliders = Afficher ou masquer les curseurs
command-fold-answer = Afficher ou masquer la réponse
command-next-region = Zone suivante de la fenêtre
command-former-region = Zone précédente de la fenêtre
hold-legend = Entre les bornes du trait, la réponse en tête ne change pas.

# L’entreprise
company-name = Entreprise
company-date = Date (jour/mois/année)
company-date-wrong = Écrivez la date sous la forme 25/11/2026 ; l’ancienne est gardée d’ici là.
company-author = Auteur
company-description = Description : quelle entreprise, et pourquoi cette réponse
company-notes = Notes
company-departments = Directions de l’entreprise

# Les curseurs
weight = Importance
weight-help = L’importance de ce facteur par rapport aux autres : seules comptent les proportions. À importance égale, deux facteurs pèsent autant, quel que soit leur nombre de curseurs.
weight-of = Importance : { $factor }
number-of = { $name } (valeur)
reset-of = Réinitialiser : { $name }
note-of = Note : { $name }
note-hint = Ce qui justifie cette valeur…
article-says = L’article : « { $quote } »
pulls-towards = → fait pencher vers { $name } ({ $points })
pulls-nowhere = sans effet
pulls-with-share = { $share } % de la stratégie { $pull }
diversity-help = 0 quand un seul thème compte, 100 quand tous comptent autant et au plus haut.
theme-add = Ajouter un thème
theme-name = Nom du thème ajouté { $number }
theme-unnamed = Thème sans nom
theme-remove = Retirer : { $name }

# La réponse
headline-settled = Rattachement conseillé : { $name }
headline-fragile = Rattachement conseillé, d’une courte tête : { $name }
headline-open = { $choices } : le choix reste ouvert
headline-none-fits = Aucun rattachement ne convient vraiment à cette entreprise
headline-impossible = Aucune direction n’est autorisée à accueillir la fonction
headline-wanting = { $count ->
    [one] Répondez à une dernière question pour une première réponse
   *[other] Répondez à { $count } questions pour une première réponse
}
headline-wanting-help = Décrivez l’entreprise en quelques questions (F4), ou bougez les curseurs de gauche.
answer-none-yet = Pas encore de réponse
answer-none-yet-help = Elle vient dès que trois facteurs sont décrits, et s’affine avec les autres.
headline-then = { $in } : { $choices }
because = Pourquoi : { $facts }.
turns-above = { $lever } à { $to } ou plus : { $host } passerait devant.
turns-below = { $lever } à { $to } ou moins : { $host } passerait devant.
opens-above = { $lever } à { $to } ou plus : le choix redeviendrait ouvert.
opens-below = { $lever } à { $to } ou moins : le choix redeviendrait ouvert.
turns-never = Aucun curseur, à lui seul, ne changerait cette réponse.
certainty-settled = net
certainty-fragile = fragile
certainty-open = ouvert
chip = { $question } : { $answer } ({ $certainty })
chip-bare = { $question } : { $answer }
aside = « { $name } » viendrait en tête à cette seule question, mais : { $why }
aside-nobody = L’entreprise n’a pas assez d’autres directions pour y prendre part.
answer-sentence = Une fonction { $attachment }, { $form }, { $role }, { $sourcing }.
answer-at = rattachée à « { $name } »
own-name = « { $name } »
answer-pending = { $choices } (à trancher)
verdict-impossible = Aucune direction n’est autorisée à accueillir la fonction. Cochez « peut l’accueillir » pour l’une d’elles.
verdict-nothing-possible = Rien n’est possible ici.
verdict-impossible-short = Impossible
verdict-alone = { $best } : seule possibilité.
verdict-settled = Net : { $names }, en tête dans { $share } des cas simulés.
verdict-fragile = Fragile : { $names }, en tête dans { $share } des cas simulés.
verdict-open = Ouvert : { $names } ; aucun choix n’est en tête dans plus de { $share } des cas simulés.
verdict-none-fits = Aucune possibilité ne convient vraiment : toutes ont plus d’arguments contre que pour.
lead = { $best } devance { $second } de { $margin }.
lead-least = { $best } devance { $second } de moins de { $margin }.
lead-tie = { $best } et { $second } sont à égalité.
leads-help = Dans combien des cas simulés chacun arrive premier.
reasons-for = Arguments pour : { $name }
reasons-against = Arguments contre : { $name }
reason-go = { $points }. { $basis } Un clic mène au curseur.
basis-judgement = Appuyé sur notre jugement.
basis-article = Appuyé sur l’article : « { $quote } ».
basis-evidence = Source : { $citation }.
basis-cases = Poids ajusté d’après { $cases } organisations connues.
basis-times = Poids ajusté d’après { $cases } organisations connues : { $times } fois notre estimation.

# Où sont les curseurs, dans une raison
value-slider = { $name } { $value }
value-themes = { $count ->
    [0] aucun thème ne compte
    [one] { $count } thème compte
   *[other] { $count } thèmes comptent
}

# L’organigramme
chart-function = Social Media Manager
chart-pending = { $choices } : à trancher
chart-candidate = possible ici
chart-wanting = à préciser
chart-correspondent = Correspondant
chart-hub = Pivot
chart-everyone = Chacun participe
chart-initiative = Initiative isolée
chart-team = Équipe social media
chart-agency-weight = poids { $weight } sur 100
chart-maybe = peut-être
chart-legend-solid = rattachement
chart-legend-dotted = coordination
chart-legend-dashed = possible, ou hors de l’entreprise
chart-legend-possible = possible
chart-legend-outside = hors de l’entreprise
chart-described = Organigramme. { $answer }

# Fichiers
picker-open = Ouvrir un profil
picker-opinions = Ajouter les avis d’autres profils
picker-save = Enregistrer le profil
picker-export-chart = Exporter l’organigramme
picker-export-report = Exporter le compte rendu complet
picker-export-workbook = Exporter le classeur de l’analyse
picker-export-questionnaire = Exporter un questionnaire à remplir
filter-profile = Profils Attache
filter-workbook = Classeurs Excel
filter-opinions = Profils, et tableaux (Excel, CSV)
filter-former = Autres profils (.ron)
filter-logo = Logo, PNG ou SVG
filter-report = Page web, ou texte Markdown
path-help = Aucune boîte de dialogue du système ne répond : indiquez le chemin du fichier.
path-name = Chemin du fichier
path-open = Ouvrir
path-save = Enregistrer
path-wait = Attendre encore
replace-title = Ce fichier existe déjà
replace-question = Remplacer { $file } ?
replace-yes = Remplacer
unsaved-title = Modifications non enregistrées
unsaved-question = Les modifications de ce profil seront perdues si vous ne les enregistrez pas.
unsaved-save = Enregistrer
unsaved-discard = Ne pas enregistrer
problems-open = Ce fichier n’a pas pu être ouvert
problems-save = Le fichier n’a pas pu être enregistré
problems-safe = Votre travail en cours n’a pas été touché.
settings-unreadable = Les préférences étaient illisibles : elles reprennent leurs valeurs de départ.
exported = Exporté : { $file }
after-open = Ouvrir
after-reveal = Montrer dans le dossier
after-print = Imprimer
after-gone = { $file } n’est plus là : le fichier a été déplacé ou supprimé.
after-not-opened = Aucun programme de cet ordinateur n’a ouvert { $file }. Le fichier est bien enregistré.
after-not-shown = Le dossier n’a pas pu être affiché. Le fichier est bien enregistré : { $file }
after-not-printed = { $file } n’a pas pu être imprimé : aucun programme de cet ordinateur ne s’en charge. Exportez la synthèse, puis imprimez-la ailleurs.
printed = La page est remise à l’imprimante.
print-in-viewer = La page est ouverte dans votre lecteur de PDF : imprimez-la de là.
command-print = Imprimer la synthèse d’une page…
command-open-exported = Ouvrir le dernier document exporté
command-reveal-exported = Montrer le dernier document exporté dans son dossier
asleep-exported = Rien n’a encore été exporté.

# Ce qui ne va pas dans un fichier
problem-in-file = { $file } : { $what }
problem-at-line = { $file }, ligne { $line }, colonne { $column } : { $what }
problem-at-field = { $file }, ligne { $line }, colonne { $column }, { $field } : { $what }
problem-newer-format = Ce fichier est au format { $found }, plus récent que le format { $known } de ce programme. Installez une version plus récente d’Attache pour l’ouvrir.
problem-unknown-format = Le format { $found } n’existe pas : le format attendu est { $known }.
problem-duplicate = « { $found } » est donné deux fois : gardez-en un seul.
problem-ends-too-soon = Le fichier s’arrête trop tôt : une parenthèse ou un guillemet manque.
problem-expected-number = Un nombre est attendu ici, par exemple 50.
problem-decimal-comma = Dans un fichier, la marque décimale est un point : écrivez { $dotted } au lieu de { $found }.
problem-expected-text = Un texte entre guillemets est attendu ici.
problem-expected-symbol = Le signe « { $symbol } » est attendu ici.
problem-expected-option = « None » ou « Some(…) » est attendu ici.
problem-unknown-field = Le champ « { $found } » n’existe pas. Champs attendus : { $expected }.
problem-unknown-variant = « { $found } » n’existe pas. Valeurs attendues : { $expected }.
problem-missing-field = Le champ « { $found } » manque : ajoutez-le.
problem-wrong-type = On trouve { $found } là où il faut { $expected }.
problem-trailing = Le fichier continue après sa fin : retirez ce qui suit.
problem-not-utf8 = Ce n’est pas un fichier texte (UTF-8).
problem-too-deep = Les parenthèses sont imbriquées trop profondément.
problem-unexpected = « { $found } » n’est pas attendu ici.
problem-syntax = Ce passage n’est pas écrit comme il faut.
problem-bad-date = « { $found } » n’est pas une date : écrivez-la sous la forme 2026-11-24.
problem-bad-time = « { $found } » n’est pas une date avec son heure : écrivez-la sous la forme 2026-11-24T09:30.
problem-unknown-id = « { $found } » n’est pas connu. Valeurs possibles : { $expected }.
problem-missing-id = « { $found } » manque : ajoutez-le.
problem-unnamed-department = La direction « { $found } » n’est pas connue : donnez-lui un nom.
problem-out-of-range = { $found } est hors des bornes : il faut un nombre de { $low } à { $high }.
problem-too-many = { $found } éléments : { $high } au plus.
problem-wrong-count = { $found } éléments : il en faut { $wanted }.
problem-too-long = Ce texte est trop long : { $high } caractères au plus.
problem-bad-color = « { $found } » n’est pas une couleur : écrivez-la comme #0b57a4.
problem-pale-color = { $found } se lit mal sur du blanc (contraste { $contrast } pour 1, il en faut { $least }) : choisissez une couleur plus foncée.
problem-logo-not-a-picture = Ce fichier n’est ni un PNG ni un SVG lisible : donnez le logo dans l’un de ces formats.
problem-logo-too-large = Ce logo est trop lourd : donnez une image plus petite.
problem-logo-text = Ce logo SVG contient du texte, dont la police peut manquer ailleurs : convertissez le texte en tracés, ou donnez un PNG.
problem-logo-picture = Ce logo SVG contient une photo : donnez un PNG.
problem-logo-effects = Ce logo SVG contient des effets (ombres, motifs, masques superposés) : simplifiez-le, ou donnez un PNG.
problem-logo-empty = Ce logo SVG ne montre rien : donnez un autre fichier.
problem-logo-not-plain = Ce logo SVG contient autre chose que des formes (un lien, un script) : donnez un PNG.
problem-others = { $found ->
    [one] Et un autre problème : corrigez d’abord ceux-ci.
   *[other] Et { $found } autres problèmes : corrigez d’abord ceux-ci.
}
problem-empty-text = Ce texte est vide : écrivez-le dans les deux langues.
problem-empty-list = Cette liste est vide : il y faut au moins un élément.
problem-missing-question = La question « { $found } » manque : ajoutez-la.
problem-curve-ends = Une courbe a au moins deux points, le premier à 0 et le dernier à 100.
problem-curve-value = Un point vaut { $found } : il faut un nombre de -1 à 1.
problem-curve-order = Les points d’une courbe vont de gauche à droite.
problem-sentence = La phrase doit contenir { $value } une fois ; { $host } n’y a sa place que si la possibilité demande une direction, et rien d’autre ne va entre accolades.
problem-not-monotone = La courbe vers « { $to } » ne suit pas le sens annoncé.
problem-not-found = Ce fichier n’existe pas. Vérifiez le chemin.
problem-read-permission = Vous n’avez pas le droit de lire ce fichier.
problem-read = La lecture a échoué : { $found }.
problem-is-folder = C’est un dossier : choisissez un fichier.
problem-not-a-file = Ce n’est pas un fichier ordinaire.
problem-in-use = Ce fichier est ouvert dans un autre programme : fermez-le là-bas, puis recommencez.
problem-away = Cet emplacement est hors d’atteinte pour l’instant : vérifiez que le réseau ou la synchronisation fonctionne, que le disque est branché, puis recommencez.
problem-too-large = Ce fichier est trop gros : { $found } Mio au plus.
problem-write-permission = Vous n’avez pas le droit d’écrire ici : choisissez un autre dossier.
problem-write-shielded = L’ordinateur n’autorise pas Attache à écrire dans ce dossier : choisissez-en un autre, ou demandez à votre service informatique de l’autoriser (protection des dossiers contre les rançongiciels).
problem-write-protected = Ce fichier est protégé contre l’écriture : il est resté tel quel. Choisissez un autre nom, ou retirez d’abord la protection.
problem-write-no-folder = Ce dossier n’existe pas : choisissez-en un autre.
problem-name-reserved = Windows réserve le nom « { $found } » à son propre usage : choisissez-en un autre.
problem-name-sign = Sous Windows, un nom de fichier ne peut pas contenir « { $found } » : choisissez-en un autre.
problem-name-end = Sous Windows, un nom de fichier ne peut pas finir par un point ou une espace : choisissez-en un autre.
problem-name-bad = Ce nom de fichier ne convient pas : il est trop long, ou contient un signe que l’ordinateur refuse. Choisissez-en un plus simple.
problem-write-full = Le disque est plein : libérez de la place ou choisissez un autre disque.
problem-write = L’écriture a échoué : { $found }.

# Le compte rendu
report-not-fixed = Cette réponse vaut pour cette entreprise à cette date : l’organisation n’est pas figée dans le marbre, elle évolue au rythme de l’entreprise.
report-departments = Directions : { $departments }.
report-alternative = Possibilité
report-fit = Adéquation
report-reason = { $why } ({ $points })
report-sliders = Les curseurs
report-factor = { $label } (importance { $weight })
report-slider = { $label } : { $value }
report-sources = Sources

# Ligne de commande
cli-about = Attache : où rattacher la fonction médias sociaux d’une entreprise ?
cli-profile = PROFIL.attache
cli-file = FICHIER
cli-template = MODÈLE
cli-template-of = --template ne va qu’avec une présentation (.pptx)
cli-base = BASE
cli-help-window = ouvre la fenêtre
cli-help-evaluate = répond, profil par profil
cli-help-evolve = l’évolution de chacun, trimestre par trimestre (20 au plus)
cli-help-export = écrit l’organigramme, la synthèse d’une page, la présentation, le classeur ou le compte rendu complet, selon la fin du nom du fichier
cli-help-check = vérifie des profils, et une base de connaissances
cli-help-to = le fichier à écrire
cli-help-page = la synthèse d’une page sur ce papier, et non l’organigramme (svg, png)
cli-help-template = une présentation ou un modèle PowerPoint dont la présentation (pptx) reprend le style
cli-help-theme = les couleurs
cli-help-quarters = combien de trimestres, de 1 à 20
cli-help-format = pour une personne, ou pour un programme
cli-help-knowledge = sa propre base de connaissances, pour tout ce qui précède
cli-help-lang = la langue ; sinon celle du système
cli-help-help = tout ceci
cli-help-version = la version
cli-help-status = Code de retour : 0 fait, 1 un profil est incorrect ou rien ne peut être écrit, 2 usage incorrect.
cli-progress = { $done } profils sur { $total }
cli-no-output = la sortie n’a pas pu être écrite : { $why }
cli-unknown-option = option inconnue : { $found }
cli-missing-value = il manque une valeur à { $found }
cli-unexpected-value = { $found } n’attend pas de valeur
cli-unexpected = argument incorrect : { $found }
cli-bad-value = « { $found } » ne convient pas à { $option } : il faut { $known }
cli-known-ends = un nom qui finit par { $ends }
cli-known-count = un nombre de 1 à { $most }
cli-missing-option = il manque l’option { $found }
cli-one-profile = un seul profil est attendu
cli-no-profile = { $found } attend au moins un profil
cli-valid = { $file } : valide
window-no-display = aucune fenêtre ne peut s’ouvrir : aucun écran n’est accessible depuis cette session.
window-no-opengl = Attache ne peut pas s’afficher ici : le pilote graphique n’offre pas OpenGL 2. C’est souvent le cas d’un bureau à distance ou d’une machine virtuelle : ouvrez Attache sur l’ordinateur lui-même, ou faites mettre à jour son pilote graphique.
window-lost = l’écran a été fermé et la fenêtre avec lui : ce qui n’était pas enregistré sera proposé à la prochaine ouverture.

# Pourquoi, et jusqu’où
command-show-chart = Organigramme
command-show-why = Pourquoi
command-show-sureness = Solidité
unknown = Nous ne savons pas
unknown-of = Nous ne savons pas : { $factor }
unknown-help = Le facteur ne pèse alors dans aucun sens, et peut valoir n’importe quoi.
doubt-of = { $name } (à combien près)
doubt-help = De combien la valeur peut être fausse, dans un sens ou dans l’autre.
hold = La réponse tient de { $low } à { $high }.
hold-below = En dessous : { $name }.
hold-above = Au-dessus : { $name }.
leads = arrive premier dans { $share } % des cas simulés
next-title = À préciser d’abord
next-question = { $factor } : mieux le savoir rendrait le choix plus sûr (+{ $gain } %).
warnings-title = Avertissements
contact-point = { $theme }, pour { $posture }
nothing = rien de particulier
flip = { $lever } : de { $from } à { $to }, et la réponse devient { $name }.
flip-opens = { $lever } : de { $from } à { $to }, et le choix s’ouvre.
flip-joint = De petits écarts un peu partout suffiraient : { $name } passerait devant.
flip-none = Aucun curseur ne peut à lui seul changer la réponse.
flip-wait = Recherche en cours…
dominates = { $better } fait au moins aussi bien que { $worse } sur chaque facteur : changer les importances n’y changera rien.
set-apart = Pour { $first } : { $pros }. Pour { $second } : { $cons }.
why-help = Ce que chaque facteur apporte ou retire à chaque possibilité, en points d’adéquation, par rapport à leur moyenne. Survolez une case pour lire les raisons et leur source.
why-base = Point de départ
why-base-help = Ce que vaut chaque possibilité avant que l’on sache quoi que ce soit de l’entreprise : ce que les enquêtes et { $cases } organisations connues ont choisi le plus souvent.
why-total = Ensemble
why-cell = { $factor }, { $name } : { $points }
why-curve = { $measure } à { $value } : contribution { $partial }, de −1 à 1
changes-title = Ce qui changerait la réponse
changes-help = Sous chaque curseur, un trait montre où la réponse tient.
apply = Appliquer
apply-of = Appliquer : { $change }
acceptability-title = Dans combien de cas simulés
acceptability-help = Attache simule des milliers de cas, en faisant varier les importances et chaque curseur dans les limites données : part des cas où chaque possibilité arrive première, deuxième, etc.
weight-doubt = Incertitude sur les importances
rank = { $rank ->
    [1] 1re place
   *[other] { $rank }e place
}
percent = { $value } %
points = { $value ->
    [one] { $shown } point
   *[other] { $shown } points
}
acceptability-of = { $name }, { $place } : { $share } (± { $error })
pairwise = Face à face, { $first } l’emporte sur : { $wins }.
pairwise-win = { $name } ({ $share } des cas)
never-first = jamais première
central-weights = Premier dans { $share } des cas avec les importances qui lui conviennent le mieux : { $weights }.
information-title = Ce qu’il serait utile de savoir
information-wait = Calcul en cours…
information-none = En savoir plus ne changerait guère le choix.
information-head = choix plus sûr de
information-gain = { $name } : choix plus sûr de { $gain } %
coverage-not-known = Ce qui n’est pas connu n’ouvre aucun point de contact : { $factors }.
report-leads = Premier dans
report-changes = Ce qui changerait la réponse
report-warnings = Avertissements
report-next = À préciser d’abord : { $next }

# Les points de contact
command-show-contacts = Points de contact
contacts-show = Voir les points de contact
contacts-unattended-count = { $count ->
    [one] { $count } point de contact sans responsable
   *[other] { $count } points de contact sans responsable
}
chart-left-out = { $count ->
    [one] { $count } direction sans rôle n’est pas montrée
   *[other] { $count } directions sans rôle ne sont pas montrées
}
chart-holds = { $count ->
    [one] { $count } point de contact
   *[other] { $count } points de contact
}
contacts-unattended-short = { $count } sans responsable
contact-points-of = { $theme } ({ $postures })
contact-hours = { $hours } h
contact-people = { $value ->
    [one] { $shown } personne
   *[other] { $shown } personnes
}
contact-people-fewer = moins de { $least } personne
contacts-none = Aucun point de contact n’est ouvert.
contacts-short = Il faut { $need } par semaine, vous avez { $means } : il manque { $apart }.
contacts-enough = Il faut { $need } par semaine, vous avez { $means } : il reste { $apart } de marge.
contacts-even = Il faut { $need } par semaine : c’est tout juste ce que vous avez.
contacts-means-own = Moyens indiqués par l’entreprise.
contacts-means-estimated = Moyens estimés d’après les réponses.
contacts-estimate = estimation
contacts-people = Personnes disponibles
contacts-hours = Heures par personne et par semaine
contact-function = Social Media Manager
contact-team = Équipe social media
contact-by-strategy = selon la stratégie
contact-closed = fermé
contact-closed-quarter = fermé jusqu’au trimestre { $quarter }
contact-opens = ouvre { $in }
contact-opens-never = sans date d’ouverture
contacts-help = Glissez un responsable sur un point, ou choisissez un point et appuyez sur Entrée. Suppr : la stratégie décide de nouveau. Un point que personne ne tient en propre revient à l’équipe social media, tant qu’elle en a le temps.
contacts-drag = À glisser sur un point
contacts-title = Points de contact
contacts-load-none = aucun point
contacts-load = { $hours } · { $people }
contacts-part-named = Confié
contacts-part-team = Équipe social media
contacts-part-nobody = Sans responsable
contacts-part-means = Moyens
contacts-estimate-again = Revenir aux moyens estimés
contact-cell = { $name } : { $state }, { $more }
contact-served = tenu à { $share }
contact-if-open = { $hours } si ouvert
contact-unwanted = non prévu
contact-give = Confier à
contact-give-team = Laisser à l’équipe social media
contact-close = Fermer, puis ouvrir
contacts-held-by = { $owner } : { $points }, { $hours }
contacts-closed = Fermé, { $opens } : { $points }
contacts-unattended = Sans responsable : { $points }
nobody = sans responsable

# Les dates
today = aujourd’hui
season-of = { $season ->
    [spring] printemps { $year }
    [summer] été { $year }
    [autumn] automne { $year }
   *[winter] hiver { $year }
}
season-in = { $season ->
    [spring] au printemps { $year }
    [summer] à l’été { $year }
    [autumn] à l’automne { $year }
   *[winter] à l’hiver { $year }
}
season-the = { $season ->
    [spring] le printemps { $year }
    [summer] l’été { $year }
    [autumn] l’automne { $year }
   *[winter] l’hiver { $year }
}
date-long = { $day } { $month ->
    [m1] janvier
    [m2] février
    [m3] mars
    [m4] avril
    [m5] mai
    [m6] juin
    [m7] juillet
    [m8] août
    [m9] septembre
    [m10] octobre
    [m11] novembre
   *[m12] décembre
} { $year }

# Dans le temps
stage = Maturité : { $stage }
evolution-none = D’ici { $end }, l’organisation d’aujourd’hui reste la bonne.
evolution-change = { $in }, « { $to } » remplace « { $from } » : { $drivers }.
evolution-change-bare = { $in }, « { $to } » remplace « { $from } ».
evolution-impossible = { $in }, « { $from } » n’est plus possible : « { $to } » prend sa place.
evolution-possible = { $in }, « { $to } » devient possible.
evolution-nothing-left = { $in }, « { $from } » n’est plus possible, et rien ne peut prendre sa place.
evolution-driver = { $measure } de { $before } à { $now }
rest-fixed-now = { $company ->
    [moves] L’organisation d’aujourd’hui dure ; l’entreprise, elle, continue d’évoluer.
   *[rests] L’organisation d’aujourd’hui dure, et l’entreprise ne change plus guère.
}
rest-fixed = { $company ->
    [moves] L’organisation se stabilise { $from } ; l’entreprise, elle, continue d’évoluer.
   *[rests] L’organisation se stabilise { $from }, et l’entreprise avec elle.
}
rest-far = au bout de plus de dix ans
rest-from = dès { $the }
rest-cycle = L’organisation ne se stabilise pas : { $from }, les mêmes formes reviennent { $period }.
rest-later = Au-delà, { $rest }
rest-open = L’organisation ne se stabilise pas, même à très long terme.
rest-fixed-far = L’organisation ne se stabilisera pas avant dix ans.
freeze-holds = Sans changement, l’organisation d’aujourd’hui serait encore la bonne { $end }.
freeze-fails = Sans changement, « { $kept } » ne serait plus le meilleur choix dès { $from } ; { $end }, « { $best } » ferait mieux.
freeze-fails-for-a-time = Sans changement, « { $kept } » ne serait plus le meilleur choix dès { $from }, mais le redeviendrait { $end }.
freeze-gains = { $in }, laisser évoluer aura apporté : { $gains }.
freeze-costs = En contrepartie : { $costs }.
opening-ready = Dès { $wanted } : { $name }
opening-waits = Dès { $opens } : { $name } (souhaité dès { $wanted } ; d’ici là, d’autres points prennent les moyens)
opening-until = Tenu aujourd’hui : { $name } (les moyens n’y suffiront plus dès { $until })
opening-until-again = Tenu aujourd’hui : { $name } (les moyens n’y suffiront plus dès { $until }, puis de nouveau dès { $opens })
opening-never = À garder fermé : { $name } (souhaité dès { $wanted } ; les moyens n’y suffiront pas d’ici { $end })
opening-never-today = À garder fermé : { $name } (les moyens n’y suffiront pas d’ici { $end })
command-show-evolution = Évolution
command-play-course = Lecture / pause
command-earlier-quarter = Trois mois plus tôt
command-later-quarter = Trois mois plus tard
course-play = Lecture
course-pause = Pause
course-quarter = Date
course-shares-help = Part des cas simulés où chacun arrive premier, en faisant varier les importances et les curseurs dans leurs limites.
course-sliders-help = Comment l’organisation fait évoluer l’entreprise ; la bande contient quatre cas simulés sur cinq.
course-described = { $title } · { $of } : { $values }
course-changes = Ce qui change, et pourquoi
course-go = Aller à : { $change }
course-loop-described = L’organisation : { $pushes }. { $calls }
course-no-push = Aucun effet ce trimestre.
course-organisation = L’organisation
course-pushes = Effets en un trimestre :
course-push = { $slider } { $by } ({ $from } → { $to })
period-years = { $count ->
    [one] tous les ans
   *[other] tous les { $count } ans
}
period-months = tous les { $count } mois
freeze-rises = { $slider } en hausse ({ $by })
freeze-falls = { $slider } en baisse ({ $by })
plan-remove-help = Un clic retire l’événement ; Ctrl+Z le rétablit.
course-company = L’entreprise
course-all-holds = L’entreprise garde cette organisation.
course-calls = Conviendrait mieux à l’entreprise : { $rival }.
course-threat = L’entreprise garde cette organisation ; prochaine option : { $rival }.
course-freeze = Ce que l’on gagne à laisser évoluer
cards-then = L’entreprise { $in }
cards-back = Revenir à aujourd’hui pour modifier
course-openings = Dans quel ordre ouvrir les points de contact
course-openings-help = Ce qui est tenu aujourd’hui le reste tant que les moyens y suffisent ; chacun des autres ouvre dès que l’on peut le tenir jusqu’au bout, à côté de ceux qui le précèdent.
course-openings-place = { $place ->
    [today] Dès aujourd’hui
    [later] Plus tard
   *[never] À garder fermés
}
course-openings-why = { $place ->
    [today] Tenus aujourd’hui, et tant que les moyens y suffisent.
    [later] Quand les moyens y suffiront jusqu’au bout, à côté de ce qui est déjà tenu.
   *[never] Les moyens n’y suffiront pas d’ici { $end }.
}
course-openings-until = { $name } (plus tenu dès { $until })
course-openings-until-again = { $name } (plus tenu dès { $until }, de nouveau dès { $opens })
course-openings-wanted = { $name } (souhaité dès { $wanted })
course-openings-from = Dès { $opens } : { $name }
plan-pace = Rythme
plan-pace-help = Le rythme propre à l’entreprise : 100 % est le rythme habituel ; à 0 %, rien ne bouge.
plan-add = + Événement { $in }
plan-event = { $of } : { $event }
plan-remove = Retirer : { $event }
report-evolution = Sur cinq ans
report-pace = Rythme : { $pace } %

# Commandes par-dessus la fenêtre
menu-help = Aide
command-of = { $command } : { $change }
command-palette = Chercher une commande…
command-shortcuts = Raccourcis
command-new-scenario = Nouveau scénario
command-ballot = Vote secret de la salle…
command-show-compare = Comparer
palette-hint = Tapez quelques lettres d’une commande
palette-nothing = Aucune commande de ce nom.
shortcuts-help = Tab atteint chaque commande ; les flèches déplacent un curseur.
shortcuts-present = En présentation : Espace, flèches, Page suivante ou un clic pour avancer ; un chiffre mène à la diapositive de ce numéro ; H masque, R révèle, B affiche un écran noir, S échange les écrans, Échap quitte.
key-shift = Maj
key-left = Gauche
key-right = Droite
key-plus = Plus
key-minus = Moins
theme-contrast = Contraste élevé

# Ce qui change entre deux profils
change-moved = { $name } { $from } → { $to }
change-and-more = { $count ->
    [one] { $change }, et un autre
   *[other] { $change }, et { $count } autres
}
change-brand = Marque et mentions
change-description = Description
change-date = Date
change-events = Événements prévus
change-themes = Thèmes ajoutés : { $factor }
change-scenario-added = Scénario ajouté
change-scenario-removed = Scénario retiré

# Scénarios
scenario-first = Base
scenario-name = Nom du scénario
scenario-add = + Scénario
scenario-edit = Renommer ou retirer ce scénario
scenario-numbered = Scénario { $number }
scenario-new-help = Nouveau scénario : une copie de celui-ci, qui reste tel quel.
scenario-remove = Retirer ce scénario
scenario-first-stays = Le premier scénario reste.
compare-alone = Il n’y a qu’un scénario : ajoutez-en un autre (Ctrl+D), modifiez-le, et comparez ici.
compare-with = Comparer « { $name } » à
compare-other = autre scénario
compare-causes = Ce qui change dans la réponse
compare-differs = ≠ { $name }
compare-answer = { $answer } ({ $certainty })
compare-because = Raisons, en points d’adéquation : { $causes }
compare-all-same = Les deux scénarios donnent la même réponse.
compare-differences = Ce qui change dans les réglages, de « { $from } » à « { $to } »
compare-copies = Rien : les deux scénarios sont réglés de la même façon.
compare-charts = Les deux organigrammes
compare-charts-help = Mêmes places des deux côtés ; le signe ≠ et un cadre épais signalent ce qui change.

# Directions
department-up = Monter : { $name }
department-down = Descendre : { $name }
department-remove = Retirer : { $name }
department-name = Nom de : { $name }
department-hosts = { $name } peut accueillir la fonction
department-hosts-short = peut l’accueillir
department-hosts-not = ne peut pas l’accueillir
department-hosts-not-why = L’article ne place la fonction qu’à la direction générale, à la communication, au marketing ou au digital ; les autres directions y prennent part.
department-part = { $name } : prend part, ou non, à côté de la fonction
department-part-themes = prend part selon ses thèmes
department-part-always = prend toujours part
department-part-never = ne prend pas part
department-add = + { $name }
department-add-own = + Autre
department-own = Direction { $number }

# Présentation
command-present = Présentation (plein écran)
command-present-window = Présentation dans une fenêtre à partager
present-blank = Écran noir
present-hidden = La réponse attend : R la révèle.
present-waits = La réponse attend.
present-previous = Précédent
present-next = Suivant
present-step = { $title } ({ $number } sur { $count })
present-hide = Masquer les valeurs (H)
present-reveal = Révéler (R)
present-leave = Quitter (Échap)
present-slide-answer = La réponse
present-slide-because = Pourquoi
present-slide-solid = Est-ce solide ?
present-slide-contacts = Qui tient les points de contact ?
present-slide-evolution = Comment l’organisation évoluera
present-slide-turns = Ce qui nous ferait changer d’avis
present-slide-next = Et maintenant ?
room-window-title = Attache — la salle
room-screen = La salle voit
room-screen-same = Cet écran seulement
room-screen-window = Une fenêtre, à partager
room-screen-numbered = Écran { $number } ({ $name }), { $width } × { $height }
room-screen-own = { $screen }, cet écran
room-swap = Échanger les écrans (S)
room-closed = La fenêtre de la salle est fermée : la salle ne voit plus rien.
room-reopen = La rouvrir
room-lost = L’écran de la salle n’est plus branché : ses diapositives sont dans une fenêtre.
presenter-since = { $minutes ->
    [0] depuis moins d’une minute
   *[other] depuis { $minutes } min
}
presenter-room = Ce que voit la salle
presenter-next = Ensuite : { $title }
presenter-last = C’est la dernière diapositive.
presenter-notes = À dire
presenter-notes-none = Rien de particulier.
presenter-noted = { $slider } : { $note }
presenter-hidden = Masqué pour la salle (R le révèle) :
presenter-black = La salle voit un écran noir ; B le rend.
presenter-blank = Écran noir (B)
solid-help = Chaque case représente un cas simulé sur cent ; d’un cas à l’autre, les importances et les curseurs varient dans les limites données.
solid-share = { $name } : { $count } cas sur 100, { $likely }
solid-share-none = { $name } : 0 cas sur 100
likely-solid = solide
likely-probable = probable
likely-plausible = possible
likely-not = peu probable
contacts-left = { $count ->
    [0] Chaque point de contact ouvert est tenu
    [one] { $count } point de contact ouvert n’a pas de responsable
   *[other] { $count } points de contact ouverts n’ont pas de responsable
}
contact-state = { $point } : { $state }
evolution-more = { $count ->
    [one] Et un autre plus tard.
   *[other] Et { $count } autres plus tard.
}
turns-lead = Un seul de ces changements suffirait :
next-attach = Retenir une fonction { $attachment }
next-choose = Trancher le rattachement : { $choices }
next-name = Nommer le responsable
next-find-out = Lever le principal doute
next-contacts = N’ouvrir que les points de contact que l’on peut tenir
next-hold = { $count ->
    [one] Ouvrir le point de contact souhaité : on peut le tenir
   *[other] Ouvrir les { $count } points de contact souhaités : on peut tous les tenir
}
next-open = À tenir dès aujourd’hui : { $points }.
next-until = À confier ou à fermer à temps, car les moyens n’y suffiront plus : { $points }.
next-until-point = { $name } (dès { $until })
next-closed = Sans responsable aujourd’hui, à ne pas ouvrir tant que les moyens ne suffisent pas dans la durée : { $points }.
next-and = { $first } ; { $second }
next-more = { $count ->
    [one] un autre
   *[other] { $count } autres
}
next-beware = Points de vigilance
next-review = Revoir cette réponse { $in }
next-expected = Prochain changement attendu : { $change }

# Des organisations connues
comparables-title = Des organisations comparables
comparables-help = Ce qu’elles ont fait, sans dire que c’était le bon choix.
comparable-in = en { $year }
comparable-about = vers { $year }
comparable-did = La fonction y était { $did }.
comparable-or = { $is } (ou { $or }, selon la lecture)
comparable-read = Selon notre lecture : { $did }.
comparable-line = { $who } : { $did }
comparable-unsure = La source n’en donne guère qu’un indice.
comparable-lacks = Directions qu’elle n’avait pas : { $departments }.
comparable-slider = { $name } : nous { $ours }, eux { $theirs }
comparable-choice = { $name } : nous « { $ours } », eux « { $theirs } »
comparable-ours = nous
comparable-theirs = eux

# La page
benchmarks = Repères de { $first }-{ $last }
benchmarks-of = Repères de { $year }
page-company = L’entreprise
slide-why = Pourquoi
slide-how = Comment
chart-title = Organigramme conseillé au { $date }
shares-told = { $name } : { $now } aujourd’hui, { $end } dans cinq ans
whole-title = { $company } : où rattacher la fonction médias sociaux
whole-contents = Sommaire
brand-logo = Logo
marks-help = Sur la synthèse, la diapositive, l’organigramme et le compte rendu. L’écran ne change pas.
marks-own = Cette entreprise
marks-own-help = Enregistrées dans le profil, ces mentions voyagent avec lui. Ce qui reste vide vient du réglage par défaut.
marks-usual = Par défaut
marks-usual-help = Pour tous les profils qui n’ont pas leurs propres mentions, sur cet ordinateur.
marks-client = Client ou cabinet
marks-confidentiality = Mention de confidentialité
marks-accent = Couleur (comme #0b57a4)
marks-choose-logo = Choisir un logo…
marks-remove-logo = Retirer le logo
marks-preview = Aperçu
marks-apply = Appliquer
page-sources = Sources : { $sources }.
page-leads = Part des cas simulés où chacun arrive premier : { $leads }.
page-shares = Part des cas simulés où chacun arrive premier
export-failed = Le document n’a pas pu être produit : { $why }
picker-export-page = Exporter la synthèse
filter-chart = SVG, PNG ou PDF
filter-page = PDF, PNG ou SVG
command-export-page = Exporter la synthèse d’une page, A4 (PDF)…
command-export-slide = Exporter la synthèse en diapositive, 16:9 (PDF)…
command-copy-chart = Copier l’organigramme en image
export-unknown = { $file } : le nom doit finir par l’une de ces extensions : { $known }.
export-stopped = Export arrêté : rien n’a été écrit.
exporting = Export en cours…
chart-copied = L’organigramme est dans le presse-papiers.

# La salle
command-show-group = La salle
change-opinions = Avis recueillis
group-title = Les avis de la salle
group-help = Réglez les curseurs tels que vous voyez l’entreprise, puis enregistrez votre avis ; ou ajoutez les avis des autres, par le bouton ou en les déposant sur la fenêtre : des profils, ou un tableau (Excel, CSV) d’une ligne par personne.
group-name = Nom (facultatif)
group-add = Enregistrer cet avis
group-ballot = Vote secret
group-remove = Retirer l’avis : { $name }
group-unnamed = Avis { $number }
group-alone = Il faut au moins deux avis pour les comparer.
group-way-table = Autour de la table
group-way-table-how = Chacun règle les curseurs tels qu’il voit l’entreprise, écrit son nom et enregistre son avis.
group-way-ballot = À bulletin secret
group-way-ballot-how = Chacun vote sur son téléphone ou passe à son tour devant l’écran ; personne ne voit les autres avis avant le dépouillement.
group-way-files = À distance
group-way-files-how = Chacun envoie son profil Attache ; déposez tous les fichiers ensemble sur la fenêtre.
group-then = Dès le deuxième avis, on voit ici où les avis diffèrent, ce que cela change à la réponse, et ce qui tient pour tout le groupe.
group-full = Il y a trop d’avis : retirez-en d’abord.
group-spreads = Où les avis diffèrent
group-agreed = Tous sont d’accord.
group-effect = fait varier l’avance de { $points }
group-decides = fait changer la réponse (écart de { $points })
group-acceptability = Ce qui tient pour le groupe
group-acceptability-help = Part des cas simulés où chacun arrive premier, quel que soit l’avis retenu, quelles que soient les importances, chaque curseur restant dans ses limites. Une moyenne des avis cacherait ce qui les divise.
group-each = La réponse de chacun
group-counting = Les avis sont en train d’être comptés…
group-ballot-again = { $round ->
    [2] Second tour de vote secret
   *[other] Vote secret, tour { $round }
}
group-round = { $count ->
    [one] Vote secret, tour { $round } : un bulletin
   *[other] Vote secret, tour { $round } : { $count } bulletins
}
group-round-title = Tour { $round }
group-divides = Ce qui nous divise
group-next = Suivant
group-former = Précédent
group-said = « { $step } »
group-if = Si c’est { $steps } : { $answer }.
group-if-not = La réponse reste la même, quel que soit l’avis retenu : { $answer }. Son avance varie de { $points }.
group-no-leader = aucune réponse possible
group-left = { $count ->
    [one] Une personne laisse cette question aux autres.
   *[other] { $count } personnes laissent cette question aux autres.
}
group-answer = { $name } ({ $certainty }) : en tête dans { $share } des cas, à { $error } près
group-before = tour { $round } : { $share }
group-each-ballot = { $round ->
    [1] Combien de bulletins mènent à chaque réponse
   *[other] Combien de bulletins du tour { $round } mènent à chaque réponse
}
voices-title = Voix et rôles
voices-help = Une voix peut compter plus ou moins qu’une autre, et ne répondre que de certains facteurs : les autres y répondent alors pour elle. Tout est dit à côté de la réponse.
voices-told = Voix : { $voices }
voice-of = Poids de la voix : { $name }
voice-role = { $name } : { $role }
voice-all = répond sur tout
voice-answers = répond sur : { $factors }
voice-times = { $name } × { $voice }
voice-with-role = { $voice } ({ $role })
change-voice = Voix de { $name }
change-role = Rôle de { $name }
group-take-median = Placer les curseurs sur l’avis du milieu
group-median-help = Un départ pour la discussion, pas la réponse du groupe ; peut être annulé.
ballot-title = { $round ->
    [1] Vote secret
   *[other] Vote secret, tour { $round }
}
ballot-asked = Comment voyez-vous cette entreprise ?
ballot-asked-help = { $count } questions, une par écran, en cinq degrés. On peut ne pas savoir, ou laisser une question aux autres.
ballot-here = Sur cet écran, chacun son tour
ballot-cast-so-far = { $count ->
    [0] bulletin déposé
    [one] bulletin déposé
   *[other] bulletins déposés
}
ballot-count-told = { $count ->
    [0] Aucun bulletin déposé
    [one] Un bulletin déposé
   *[other] { $count } bulletins déposés
}
ballot-here-help = Prenez la place devant l’écran : deux minutes suffisent.
ballot-elsewhere-help = Chacun scanne un code ; rien ne passe par internet. Les absents votent par mail.
ballot-thanks = Votre bulletin est dans l’urne. À la personne suivante.
ballot-vote = Je vote
ballot-rules = Le secret
ballot-rule-hidden = Ni réponse ni avis à l’écran avant le dépouillement.
ballot-rule-nameless = Aucun nom ; les bulletins sont mêlés avant d’être comptés.
ballot-rule-least = Trois bulletins au moins, sinon rien n’est montré.
ballot-unknown = Je ne sais pas
ballot-left = laissé aux autres
ballot-skip = Laisser aux autres
ballot-review = Vos réponses
ballot-review-help = Vous seul les voyez. Un facteur se corrige d’un clic ; rien n’en restera à l’écran une fois le bulletin déposé.
ballot-review-step = Relecture
ballot-review-line = { $factor } : { $answers }
ballot-empty = Répondez à une question au moins.
ballot-cast = Déposer mon bulletin
ballot-not-kept = Votre bulletin n’a pas pu être gardé, et n’est pas compté ; réessayez. { $why }
ballot-in-memory = Les bulletins ne peuvent pas être gardés sur le disque : si Attache s’arrête, ils seront perdus. { $why }
ballot-close-first = Fermer la fenêtre perdrait les bulletins : dépouillez ou annulez d’abord le vote.
ballot-leave = Renoncer
ballot-leave-sure = Renoncer à voter ? Rien n’en sera gardé.
ballot-leave-no = Continuer mon vote
ballot-leave-yes = Renoncer
ballot-count = Clore et dépouiller
ballot-wanting = { $count ->
    [one] Encore un bulletin avant de pouvoir dépouiller.
   *[other] Encore { $count } bulletins avant de pouvoir dépouiller.
}
ballot-count-sure = { $count ->
    [one] Clore le vote ? Plus personne ne pourra voter.
   *[other] Clore le vote et compter les { $count } bulletins ? Plus personne ne pourra voter.
}
ballot-count-yes = Dépouiller
ballot-cancel = Annuler le vote
ballot-cancel-sure = { $count ->
    [0] Annuler le vote ?
    [one] Annuler le vote ? Le bulletin déposé sera détruit sans être lu.
   *[other] Annuler le vote ? Les { $count } bulletins déposés seront détruits sans être lus.
}
ballot-cancel-yes = Tout détruire
ballot-go-on = Continuer le vote
ballot-counted = { $count ->
    [one] Un bulletin dépouillé.
   *[other] { $count } bulletins dépouillés.
}
ballot-cancelled = Vote annulé : rien n’en a été gardé.
ballot-left-title = Un vote n’a pas été dépouillé
ballot-left-question = { $count ->
    [one] Un bulletin attend dans l’urne.
   *[other] { $count } bulletins attendent dans l’urne.
} Vote sur : { $company }, tour { $round }. Continuer ce vote ?
ballot-left-yes = Continuer le vote
ballot-left-no = Tout détruire
ballot-left-unreadable = Un vote n’a pas été dépouillé, et ne peut pas être repris. { $why }
ballot-left-other = Ce vote porte sur : { $company }, tour { $round }. Ouvrez d’abord ce profil, avec sa base de connaissances : les bulletins restent gardés, et le vote vous sera proposé de nouveau.

# La visite
tour-welcome =
    Bienvenue
    Attache répond à une question, en direct, en réunion : où cette entreprise doit-elle rattacher sa fonction médias sociaux, sous quelle forme, et comment la faire évoluer ? Pour décrire votre entreprise, une question par écran : F4.
tour-cards =
    Sept facteurs
    Chaque carte est un facteur de l’article. Déplacez un curseur : tout répond aussitôt. Le trait sous un curseur montre où la réponse tient ; survolez l’aide pour lire les mots de l’article.
tour-headline =
    La réponse, en une phrase
    Le rattachement conseillé, s’il est net, fragile ou ouvert, et pourquoi.
tour-centre =
    L’organigramme
    Trait plein : la fonction est rattachée là. Pointillé : coordination. Tirets : une place encore possible, ou un organisme extérieur.
tour-answer =
    Pourquoi
    Dans combien de cas simulés chaque rattachement arrive premier, et les raisons les plus fortes pour et contre : un clic mène au curseur. Plus bas, les avertissements et les trois autres réponses.
tour-views =
    D’autres vues
    Ce que pèse chaque facteur, la solidité de la réponse, qui tient chaque point de contact, cinq ans d’évolution, deux scénarios côte à côte, et les avis de la salle.
tour-end =
    En réunion
    F5 présente à la salle, Ctrl+P imprime une page à emporter, Ctrl+S enregistre, Ctrl+K trouve toute commande. Cette visite est dans le menu Aide.
tour-step = { $number } sur { $count }
tour-skip = Passer la visite
tour-done = Commencer
command-tour = Visite guidée
article-of = L’article sur : { $factor }
article-read = Lire dans l’article
article-read-of = Lire dans l’article : { $factor }
article-title = L’article à l’origine d’Attache
article-language = Texte intégral, tel qu’il a été publié.
command-article = Lire l’article
command-about = À propos d’Attache
about-version = Version
about-licence = Licence
about-licence-ours = MIT ou Apache 2.0, au choix
about-knowledge = Base de connaissances
about-seed = Numéro de tirage
about-copy = Copier
about-copied = Copié
about-texts = Licences d’Attache, de ses polices et de ses composants

# Décrire son entreprise
command-describe = Décrire mon entreprise
command-like-ours = Partir d’une entreprise comme la nôtre…
asleep-voting = Pas pendant un vote secret.
asleep-presenting = Pas pendant la présentation.
welcome-title = Où rattacher vos médias sociaux ?
welcome-help = Répondez à quelques questions : l’organigramme et la réponse se dessinent au fur et à mesure.
welcome-describe = Décrire mon entreprise
welcome-describe-help = Trois minutes, une question par écran. « Nous ne savons pas » est aussi une réponse.
welcome-like = Partir d’une entreprise comme la nôtre
welcome-like-help = Dix organisations, par secteur : choisissez la plus proche, puis adaptez-la.
welcome-example = Voir d’abord un exemple, avec la visite guidée
like-title = Laquelle vous ressemble le plus ?
like-help = Vous en adapterez les réponses à votre entreprise, écran par écran.
sector-consumer = Commerce et marques
sector-services = Banque et logiciels
sector-public = Santé et collectivités
sector-industry = Industrie
sector-charity = Associations
describe-progress = { $number } sur { $count }
describe-done = Tout a été passé en revue
describe-sliders = Passer aux curseurs (F4)
describe-back = Retour
describe-skip = Passer
describe-next = Continuer
describe-show = Voir la réponse
describe-company = Qui êtes-vous ?
describe-company-help = Ce nom figurera sur l’organigramme et sur la synthèse. Tout reste sur cet ordinateur.
describe-name = Nom de l’entreprise
describe-line = Ce qu’elle fait, en une ligne (facultatif)
describe-author = Votre nom (facultatif)
describe-departments = Quelles directions avez-vous ?
describe-departments-help = Retirez celles que vous n’avez pas, donnez aux autres le nom qu’elles portent chez vous, et dites lesquelles pourraient accueillir la fonction.
describe-department-add = Ajouter une direction
describe-called = son nom chez vous
describe-own = Autre direction
describe-own-hint = son nom
describe-keys = Touches 1 à 5, ou 0 si vous ne savez pas
describe-answer = { $question } { $answer }
describe-unknown = Nous ne savons pas
describe-rather = plutôt : { $end }
describe-middle = entre les deux
describe-between = Valeur actuelle : { $value } (± { $doubt }), conservée tant que vous ne répondez pas.
describe-last = Votre réponse est prête
describe-last-help = Cliquez sur un facteur pour y revenir ; tout reste modifiable, ici ou avec les curseurs.
describe-told = renseigné
describe-left = sans réponse
describe-even = Pour l’instant, tous les facteurs comptent autant.
describe-uneven = Les facteurs ne comptent pas tous autant.

# Après un arrêt brutal
overtaken-title = Quelqu’un d’autre a modifié ce fichier
overtaken-question = Depuis que vous l’avez ouvert, { $file } a changé sur le disque. Rien n’est encore écrit : que garder ?
overtaken-mine = Garder la mienne
overtaken-theirs = Prendre la sienne
outside-changed = « { $file } » vient d’être enregistré par quelqu’un d’autre ou par un autre programme. Ce qui change : { $change }.
outside-details = des détails
outside-mine = Vos propres modifications sont toujours là.
outside-take = Prendre cette version
outside-keep = Garder ce qui est ici
outside-unreadable = « { $file } » vient d’être modifié par quelqu’un d’autre ou par un autre programme, et n’est plus lisible. Votre travail est toujours là.
outside-renamed = « { $from } » s’appelle maintenant « { $to } ».
outside-follow = Continuer sous ce nom
outside-stay = Garder l’ancien nom
outside-gone = « { $file } » n’est plus à sa place : supprimé, déplacé ou inaccessible. Votre travail est toujours là.
outside-again = L’y enregistrer de nouveau
last-time = La dernière fois, vous avez travaillé sur « { $file } ».
last-reopen = Le rouvrir
asleep-reopen = Aucun autre profil n’a encore été ouvert.
claimed-title = Ce profil est déjà ouvert
claimed-question = { $file } est ouvert dans une autre fenêtre. Deux fenêtres sur un même fichier finissent par s’effacer l’une l’autre.
claimed-copy = Ouvrir une copie
claimed-anyway = Ouvrir quand même
save-elsewhere = Enregistrer ailleurs…
unwritten-over = Écrire quand même
unwritten-again = Réessayer
recover-title = Un travail non enregistré a été retrouvé
recover-question = Une copie non enregistrée existe : { $file }. La rouvrir ?
recover-new = un nouveau profil
recover-yes = La rouvrir
recover-later = Plus tard
recover-no = La supprimer
crashed = Attache doit se fermer à cause d’une erreur. Votre travail est gardé, et vous sera proposé au prochain démarrage.

# Bases de connaissances
knowledge-used = Base de connaissances : { $name }
knowledge-does-not-fit = Cette base de connaissances ne va pas avec le profil ouvert
filter-knowledge = Bases de connaissances Attache
picker-open-logo = Choisir un logo
picker-open-knowledge = Utiliser une base de connaissances
picker-export-knowledge = Exporter la base intégrée
command-open-knowledge = Utiliser sa propre base de connaissances…
command-export-knowledge = Exporter la base de connaissances intégrée…
command-builtin-knowledge = Utiliser la base de connaissances intégrée

# Les écritures que les polices n’ont pas
script-lacking = Aucune police de cet ordinateur ne permet d’afficher « { $signs } » ({ $scripts }) : un rectangle remplace chaque caractère, à l’écran comme dans les PDF et les images.
script-arabic = arabe
script-hebrew = hébreu
script-thai = thaï
script-indic = écritures indiennes
script-han = chinois ou japonais
script-kana = japonais
script-hangul = coréen
script-emoji = émoticônes
script-other = autre écriture

# Pourquoi une commande n’est pas possible maintenant.
asleep-undo = Il n’y a rien à annuler.
asleep-redo = Il n’y a rien à rétablir.
asleep-unchanged = Rien n’a changé depuis le dernier enregistrement.
asleep-builtin = La base de connaissances intégrée est déjà en service.
asleep-scenarios = Il ne peut pas y avoir plus de scénarios : retirez-en un d’abord.
asleep-evolution = Affichez d’abord l’évolution.
asleep-pictures = Le presse-papiers de cet ordinateur ne prend pas d’images : exportez l’organigramme (Ctrl+E).
asleep-typing = Pas pendant la saisie d’un texte.

# Les fichiers : ce qui est en cours, et ce qui protège le travail.
picker-waiting = Une boîte de dialogue du système est ouverte.
picker-instead = Saisir plutôt le chemin
exporting-more = { $count ->
    [one] Un autre document suit.
   *[other] { $count } autres documents suivent.
}
unprotected = Il n’y a pas pour l’instant de copie de sécurité de votre travail non enregistré. { $why }
knowledge-unfit-question = Cette base de connaissances pose d’autres questions à l’entreprise. Elle peut servir avec un nouveau profil, à la place de celui qui est ouvert.
knowledge-unfit-yes = L’utiliser, avec un nouveau profil

# Régler les importances
command-weigh = Régler les importances…
weigh-rank = Qu’est-ce qui changerait le plus votre choix ?
weigh-rank-help = Imaginez chaque facteur au plus bas. Si un seul pouvait passer au plus haut, lequel changerait le plus votre choix ? Cliquez dessus, puis sur le suivant, jusqu’au dernier.
weigh-ranked = { $number }. { $factor }
swing = { $name } : de « { $low } » à « { $high } »
swing-here = { $swing } (ici : { $here })
weigh-rate = Le premier vaut 100. Et les autres ?
weigh-rate-help = Si passer du plus bas au plus haut compte moitié moins que pour le premier, mettez 50. Ce que vous voyez d’abord se déduit de l’ordre seul.
weigh-first = { $factor } : 100
weigh-check = Est-ce bien ce que vous pensez ?
weigh-check-help = Si ce n’est pas le cas, revenez en arrière.
weigh-check-more = « { $second } » et « { $third } » ensemble ({ $sum }) comptent plus que « { $first } » à lui seul (100).
weigh-check-less = « { $second } » et « { $third } » ensemble ({ $sum }) ne comptent pas plus que « { $first } » à lui seul (100).
weigh-same = La réponse ne change pas : { $headline }
weigh-other = Aujourd’hui : { $now }. Avec ces importances : { $headline }
weigh-to-rate = Préciser les valeurs
weigh-order-only = Garder seulement l’ordre
weigh-to-check = Vérifier
weigh-apply = Appliquer
weigh-back = Revenir
by-order = Ne retenir que l’ordre des importances
by-order-help = Seul l’ordre est sûr : les cas simulés prennent toutes les importances qui le respectent.

change-journal = Journal des séances
change-review = Date de revue
change-no-day = aucune
change-foreseen = Prévision gardée pour la revue
command-journal = Journal des séances…
time-of-day = { $hours } h { $minutes }
minute = { $time } : { $what }
minute-by = { $what } ({ $who })
minute-why = { $minute }. Motif : { $why }
minutes-title = Relevé de décisions
minutes-left-out = { $count ->
    [one] Un changement plus ancien n’est plus conservé.
   *[other] { $count } changements plus anciens ne sont plus conservés.
}
journal-title = Journal des séances
journal-help = Chaque changement est noté dans ce fichier : quand, quoi, par qui. Ce qui est annulé en est retiré. D’un vote secret, seul le nombre d’avis est noté.
journal-find = Chercher un mot
journal-subject = Sujet
journal-all = Tous les sujets
journal-about = { $subject ->
    [importances] Importance des facteurs
    [contacts] Points de contact
    [plan] Évolution prévue
    [scenarios] Scénarios
    [room] Avis de la salle
   *[company] Entreprise et directions
}
journal-name = Votre nom (facultatif)
journal-name-help = Noté avec vos prochains changements. Il est retenu sur cet ordinateur.
journal-why = Pourquoi ? (facultatif)
journal-why-of = Pourquoi : { $what }
journal-medians = Curseurs placés sur l’avis médian de la salle
journal-copy = Copier le relevé
journal-off = Ne rien noter dans ce fichier
journal-off-help = Efface le journal de ce fichier ; Ctrl+Z le rend.
journal-on = Noter les changements
journal-on-help = Les prochains changements seront notés dans ce fichier.
journal-is-off = Rien n’est noté dans ce fichier.
journal-empty = Rien n’a encore changé.
journal-none-found = Aucun changement ne correspond.

next-review-on = Revoir cette réponse le { $day }
command-export-calendar = Exporter la date de revue (agenda)…
command-review = Revue de la réponse…
asleep-review = Fixez d’abord une date de revue, dans l’évolution.
picker-export-calendar = Exporter la date de revue
filter-calendar = Agenda
review-planned = Revue prévue le { $day }.
review-asks = La revue était prévue le { $day }. Qu’est-ce qui a changé ?
review-help = Prévision gardée le { $day }. Les lignes montrent ce qui était prévu, les points ce qui est réglé aujourd’hui.
review-organisation = { $is ->
    [kept] { $question } : { $foreseen }, comme prévu.
   *[other] { $question } : prévu { $foreseen }, aujourd’hui { $now }.
}
review-not-known = inconnu
review-slider = { $slider } : { $then } au départ, { $foreseen } prévu, { $now } aujourd’hui
review-plot = { $title } : { $sliders }
review-again = Revoir ce facteur
review-again-of = Revoir : { $factor }
review-others = Aucun mouvement n’était prévu pour ces facteurs. En revoir un :
review-through = { $count ->
    [one] Revoir le facteur qui a pu changer
   *[other] Revoir les { $count } facteurs qui ont pu changer
}
review-date = Dater le profil d’aujourd’hui
review-date-help = Une fois les curseurs revus, le profil décrit l’entreprise d’aujourd’hui : les trimestres se comptent d’ici.
review-next = Prochaine revue le { $day }
review-next-help = Au prochain changement de forme prévu. La prévision d’aujourd’hui est gardée pour ce jour-là.
review-later = Plus tard
review-set = Fixer une revue le { $day }
review-set-help = Au prochain changement de forme prévu. Ce jour venu, le profil demande ce qui a changé et compare avec la prévision d’aujourd’hui.
review-day = Date de revue (jour/mois/année)
review-open = Voir la revue…
review-calendar = Pour l’agenda…
review-keep = Garder la prévision d’aujourd’hui
review-keep-help = Le profil a changé depuis que la date est fixée : remplace la prévision gardée par celle d’aujourd’hui.
review-remove = Retirer la revue
review-event = Revoir le rattachement des médias sociaux : { $company }
review-event-about = Rouvrez le profil dans Attache : il demande ce qui a changé et compare avec ce qui était prévu.

# Le classeur
sheet-brief = En bref
sheet-heading = Rubrique
sheet-content = Contenu
sheet-date = Date
sheet-scenario = Scénario
sheet-description = Description
sheet-answer = Réponse
sheet-why = Raisons
sheet-knowledge = Base de connaissances
sheet-lasting = Valable jusqu’à quand
sheet-answers = Réponses
sheet-question = Question
sheet-certainty = Certitude
sheet-first = Arrive en premier (en % des cas simulés)
sheet-error = Erreur type (points de %)
sheet-told = En clair
sheet-scenarios = Scénarios
sheet-compared = Ce qui est comparé
sheet-differs = Diffère ?
sheet-is-other = diffère
sheet-fits = Adéquation
sheet-fit = Adéquation (0 à 100)
sheet-base = Au départ (sur 100)
sheet-contribution = { $factor } (points)
sheet-possible = Possible ?
sheet-is-possible = possible
sheet-ranks = Classement
sheet-rank = Rang { $rank } (en % des cas simulés)
sheet-rank-error = Rang { $rank }, erreur type (points de %)
sheet-sliders = Curseurs
sheet-factor = Facteur
sheet-slider = Curseur
sheet-value = Valeur (0 à 100)
sheet-doubt = Doute (± points)
sheet-note = Note
sheet-at-0 = À 0
sheet-at-100 = À 100
sheet-weights = Importances
sheet-weight = Importance (0 à 100)
sheet-weight-share = Part du total (en %)
sheet-is-known = Connu ?
sheet-known = connu
sheet-choice = Précision
sheet-gain = Le savoir exactement : chances de bien choisir gagnées (points de %)
sheet-turns = Ce qui changerait
sheet-lever = Curseur ou importance
sheet-today = Aujourd’hui (0 à 100)
sheet-turns-at = La réponse change à (0 à 100)
sheet-apart = Écart (points)
sheet-then = Réponse alors
sheet-opens = le choix reste ouvert
sheet-holds = Marges
sheet-low = En tête de (0 à 100)
sheet-high = En tête jusqu’à (0 à 100)
sheet-below = En tête en dessous
sheet-above = En tête au-dessus
sheet-course = Évolution
sheet-quarter = Trimestre
sheet-season = Saison
sheet-begins = Début
sheet-first-of = { $name } : en premier (en % des cas)
sheet-stage = Stade de maturité
sheet-in-place = { $question } : en place
sheet-need = Heures nécessaires (par semaine)
sheet-means = Heures disponibles (par semaine)
sheet-planned = Événements prévus
sheet-changes = Ce qui change
sheet-chart = Rattachement : qui arrive en premier, trimestre par trimestre
sheet-chart-axis = Part des cas simulés
sheet-levels = Curseurs dans le temps
sheet-level = { $slider } (0 à 100)
sheet-theme = Thème
sheet-posture = Posture
sheet-state = État aujourd’hui
sheet-owner = Responsable
sheet-hours = Heures par semaine
sheet-wanted = Souhaité dès
sheet-opens-at = Ouvert dès
sheet-until = Tenu jusqu’à
sheet-contact-held = ouvert
sheet-contact-unheld = ouvert, sans responsable
sheet-contact-shut = fermé, { $opens }
sheet-contact-later = pas encore souhaité
opinions-sheet = Avis
opinions-name = Nom
opinions-voice = Voix
opinions-round = Tour
opinions-ends = 0 : { $low }. 100 : { $high }. « ? » : je ne sais pas. Vide : laissé aux autres.
opinions-wrong-title = De 0 à 100
opinions-wrong = Écrivez un nombre de 0 à 100, ou un point d’interrogation si vous ne savez pas ; laissez vide ce que vous laissez aux autres.

# Les avis lus d’un tableau
problem-cell = Cellule { $cell } : { $what }
problem-sheet-cell = Feuille « { $sheet } », cellule { $cell } : { $what }
problem-unknown-column = « { $found } » n’est le nom d’aucun curseur. Corrigez ce titre d’après le questionnaire à remplir, ou retirez la colonne.
problem-column-twice = Il y a deux colonnes « { $found } ». Retirez-en une.
problem-no-header = Cette colonne n’a pas de titre. Écrivez le nom du curseur en haut, ou videz la colonne.
problem-not-a-number = « { $found } » n’est pas un nombre. Écrivez un nombre de 0 à 100, ou videz la cellule.
problem-not-to-100 = « { $found } » n’est pas entre 0 et 100. Écrivez un nombre de 0 à 100, ou videz la cellule.
problem-a-day = C’est une date, pas un nombre. Donnez à la cellule le format Nombre, puis écrivez un nombre de 0 à 100.
problem-merged = Cette cellule est fusionnée avec d’autres : on ne sait pas pour qui elle vaut. Annulez la fusion, puis remplissez chaque cellule.
problem-long-name = Le nom dépasse { $high } caractères. Raccourcissez-le.
problem-no-sliders = Aucune colonne ne porte le nom d’un curseur. Partez du questionnaire à remplir (menu Fichier), ou nommez les colonnes ainsi : { $expected }.
problem-no-opinions = Le tableau ne contient aucun avis. Remplissez une ligne par personne, sous les titres.
problem-no-urn = Ces bulletins n’ont pas été écrits par cette version d’Attache, ou pour une autre base de connaissances : ils ne peuvent pas être repris ici.
problem-no-voice = « { $found } » n’est pas le poids d’une voix : écrivez un nombre de { $least } à { $most }, ou laissez vide pour 1.
problem-no-round = « { $found } » n’est pas le numéro d’un tour de vote : écrivez 1, 2, 3… ou laissez vide.
problem-opinions-full = Le tableau contient { $found } avis, et il n’y a plus de place que pour { $room }. Retirez des avis ou des lignes.
problem-not-a-table = Ce fichier n’est pas un tableau lisible. Ouvrez-le dans votre tableur et enregistrez-le de nouveau en .xlsx ou en .csv, sans mot de passe.
problem-other-table = Ce format de tableur n’est pas lu. Enregistrez le fichier en .xlsx ou en .csv.
problem-large-table = Le tableau dépasse { $rows } lignes ou { $columns } colonnes. Ne gardez que les avis.
problem-unfolds = Une fois décompressé, le fichier dépasse { $high } Mio. Ne gardez que la feuille des avis.

# La présentation PowerPoint
deck-answer-settled = La fonction médias sociaux devrait être { $attachment }
deck-answer-fragile = La fonction médias sociaux devrait être { $attachment }, d’une courte tête
deck-answer-open = Le rattachement reste ouvert entre { $choices }
deck-why = { $name } l’emporte : { $facts }
deck-why-bare = { $name } l’emporte, sans argument qui suffise à lui seul
deck-why-open = Aucun argument ne départage nettement { $choices }
deck-solid-settled = La réponse est solide : « { $name } » arrive en tête dans { $share } des cas simulés
deck-solid-fragile = La réponse est fragile : « { $name } » n’arrive en tête que dans { $share } des cas simulés
deck-solid-open = Le choix reste ouvert : aucun rattachement n’arrive en tête dans plus de { $share } des cas simulés
deck-contacts-all = { $today ->
    [one] Le point de contact souhaité peut être tenu dès aujourd’hui
   *[other] Les { $today } points de contact souhaités peuvent être tenus dès aujourd’hui
}
deck-contacts-none = Aucun point de contact ne peut être tenu aujourd’hui : mieux vaut les garder fermés
deck-contacts-some = { $today ->
    [one] Tenir un seul point de contact dès aujourd’hui
   *[other] Tenir { $today } points de contact dès aujourd’hui
}, et en garder { $closed } { $closed ->
    [one] fermé
   *[other] fermés
} pour l’instant
deck-road = { $count ->
    [one] Une évolution à préparer { $in } : passer à « { $to } »
   *[other] { $count } évolutions à préparer, la première { $in } : passer à « { $to } »
}
deck-road-none = D’ici { $end }, l’organisation d’aujourd’hui reste la bonne
deck-others = Les autres réponses
deck-next = Décider maintenant, et revoir cette réponse { $in }
deck-next-on = Décider maintenant, et revoir cette réponse le { $day }
deck-review = Revue proposée : { $date }
deck-lead = Ce qui place { $best } devant { $second }, en points d’adéquation
deck-lead-described = Graphique à barres : l’avance de { $best } sur { $second }, facteur par facteur. { $values }.
deck-share = Cas simulés où chaque rattachement arrive en tête, en %
deck-share-described = Graphique à barres : part des cas simulés où chaque rattachement arrive en tête. { $values }.
deck-value = { $name } { $value }
deck-point = Point de contact
deck-when = Quand
deck-owner = Responsable
deck-table-described = Tableau des points de contact : quand les ouvrir, et qui les tient. { $title }.
deck-now = dès aujourd’hui
deck-now-until = aujourd’hui, à confier ou fermer dès { $until }
deck-from = dès { $opens }
deck-closed = à garder fermé
deck-rows-more = { $count ->
    [one] Un autre point de contact est nommé dans les commentaires.
   *[other] { $count } autres points de contact sont nommés dans les commentaires.
}
deck-road-described = Frise des années à venir, question par question : ce qui est en place et ce qui change. { $title }.
deck-happens = ce qui change, ce qui est prévu, ce qui ouvre
deck-joint = Jonction
deck-bond-reports = Rattachement : { $from } – { $to }
deck-bond-together = Coordination : { $from } – { $to }
deck-page-of = { $company } · { $date }
problem-not-a-deck = Ce n’est pas une présentation PowerPoint lisible, ou un mot de passe la protège : enregistrez-la dans PowerPoint en .pptx ou .potx, sans mot de passe.
problem-deck-name = Un nom dans ce fichier sort de son dossier (« { $found } ») : ce fichier est refusé. Enregistrez-le de nouveau dans PowerPoint.
problem-deck-inflates = Décompressé, ce fichier dépasse { $found } Mio : il est refusé. Retirez les grandes images du masque.
problem-deck-entities = « { $found } » déclare des entités XML, ce que PowerPoint ne fait jamais : ce fichier est refusé.
problem-deck-broken = « { $found } » est abîmé ou manque dans ce fichier : ouvrez-le dans PowerPoint et enregistrez-le de nouveau.
command-export-deck = Présentation PowerPoint (PPTX)…
command-choose-template = Choisir un modèle PowerPoint…
command-drop-template = Ne plus utiliser de modèle PowerPoint
picker-export-deck = Exporter la présentation PowerPoint
picker-template = Choisir un modèle PowerPoint
filter-deck = Présentations PowerPoint
filter-template = Modèles et présentations PowerPoint
template-chosen = Les présentations PowerPoint suivront le modèle { $file }.
template-dropped = Les présentations PowerPoint ne suivent plus de modèle.
asleep-template = Aucun modèle PowerPoint n’est choisi.

# Le vote sur le téléphone de chacun : la page elle-même.
poll-title = Votre avis, en secret
poll-intro = Répondez d’après ce que vous savez. Rien n’est coché d’avance, et vous pouvez passer une question.
poll-secret = Personne ne vous demande votre nom. Dans la salle, les réponses n’apparaissent qu’une fois le vote clos, toutes ensemble.
poll-network = Cette page n’est pas chiffrée : quelqu’un qui surveillerait ce réseau pourrait lire vos réponses.
poll-code-reads = Vos réponses restent dans cette page, qui en fait un code à renvoyer. Qui reçoit ce code peut y lire vos réponses.
poll-needs-script = Pour voter par ce fichier, ouvrez-le dans un navigateur, avec JavaScript.
poll-start = Commencer
poll-next = Suivant
poll-back = Retour
poll-unknown = Je ne sais pas
poll-clear = Effacer ma réponse
poll-end-title = Prêt à déposer ?
poll-answered = Questions auxquelles vous avez répondu :
poll-end = Vous pouvez revenir en arrière et changer vos réponses.
poll-send = Déposer mon bulletin
poll-sent-title = Votre bulletin est déposé
poll-sent = L’ordinateur de la salle l’a enregistré. Vous pouvez fermer cette page, ou changer vos réponses jusqu’à la clôture du vote.
poll-change = Changer mes réponses
poll-offline = Votre bulletin n’est pas parti : l’ordinateur de la salle ne répond pas. Vos réponses restent ici. Vérifiez que votre téléphone est sur le réseau de la salle, puis réessayez ; si le vote est clos, il est trop tard.
poll-not-kept = L’ordinateur de la salle n’a pas pu enregistrer votre bulletin. Vos réponses restent ici : réessayez dans un instant, ou prévenez la personne qui anime.
poll-too-many = Trop de demandes à la fois. Attendez quelques secondes, puis réessayez.
poll-no-cookie = Votre navigateur refuse le cookie qui distingue les bulletins. Acceptez les cookies pour cette adresse, ou quittez la navigation privée, puis rechargez la page.
poll-empty = Répondez au moins à une question.
poll-full = Ce vote a reçu tous les bulletins qu’il peut recevoir.
poll-elsewhere = Ce bulletin venait d’une autre page. Ouvrez l’adresse affichée dans la salle.
poll-not-understood = Ce bulletin est illisible. Rechargez la page, puis recommencez.
poll-not-here = Il n’y a rien à cette adresse. Relisez celle qui est affichée dans la salle.
poll-code-make = Obtenir mon code
poll-code-title = Votre code
poll-code-how = Renvoyez-le à la personne qui anime : elle le collera dans Attache. Si vous changez vos réponses, le nouveau code remplacera celui-ci.
poll-copy = Copier le code
poll-copied = Le code est copié.
poll-mail = L’envoyer par mail
poll-save = L’enregistrer dans un fichier

# Le vote sur d'autres appareils : l'écran qui l'ouvre.
phones-way = Voter sur les téléphones…
phones-way-open = Le code pour les téléphones
phones-title = Sur le téléphone de chacun, dans la salle
phones-help = Les téléphones qui sont sur le même réseau que cet ordinateur ouvrent le vote en scannant un code. Rien ne passe par internet, et tout se ferme avec le vote.
phones-no-network = Cet ordinateur n’est sur aucun réseau. Connectez-le au Wi-Fi de la salle, ou partagez la connexion d’un téléphone.
phones-network = { $kind } : { $address } ({ $name })
phones-network-shared = Connexion partagée par cet ordinateur
phones-network-wifi = Wi-Fi
phones-network-cable = Réseau filaire
phones-network-other = Autre réseau
phones-network-virtual = Réseau interne à l’ordinateur
phones-public = Cette adresse peut être visible depuis internet. Choisissez plutôt le Wi-Fi de la salle.
phones-plain = Les réponses passent en clair sur ce réseau : quelqu’un qui le surveille pourrait les lire. Si cela ne convient pas, faites voter par mail ou sur cet écran.
phones-open = Ouvrir le vote sur ce réseau
phones-look = Chercher les réseaux
phones-scan = Code à scanner pour voter : { $link }
phones-scan-or-type = Scannez le code, ou tapez cette adresse
phones-on = Ouvert sur { $network }
phones-opening = Ouverture…
phones-gone = Le réseau a disparu. Les bulletins reçus sont gardés ; le vote rouvrira de lui-même quand le réseau reviendra. Si l’adresse change, ceux qui ont déjà voté ne doivent pas revoter.
phones-ports = D’autres programmes occupent tous les ports réseau de cet ordinateur. Fermez-en un : l’ouverture est essayée de nouveau.
phones-not-allowed = Cet ordinateur n’autorise pas Attache à recevoir des connexions. Demandez-le à votre service informatique, ou faites voter par mail.
phones-refused = Le vote n’a pas pu s’ouvrir. { $why }
phones-received = { $count ->
    [one] bulletin reçu des téléphones
   *[other] bulletins reçus des téléphones
}
phones-plain-open = Un bulletin par navigateur ; comparez leur nombre à celui des votants. Les réponses passent en clair sur ce réseau.
phones-shut = Fermer aux téléphones
phones-back = Retour
phones-mail = Par mail, pour qui n’est pas dans la salle
phones-mail-help = La même page s’envoie en pièce jointe. Une fois remplie, elle donne un code court, que l’on vous renvoie. Tant que le vote est ouvert, collez-le ici, ou déposez ici le fichier reçu. Le code contient les réponses, et le mail porte un nom : le secret dépend alors de qui le reçoit.
phones-mail-page = Enregistrer la page à envoyer
phones-page-kept = Page enregistrée : { $path }
phones-file = Vote secret
phones-code = Codes reçus, un par ligne
phones-code-take = Mettre dans l’urne
phones-code-none = Ce n’est pas un code de vote : il a six groupes de quatre signes.
phones-code-mistyped = Un signe du code est faux, ou deux sont inversés : relisez-le.
phones-code-other = Ce code répond à un autre vote.
phones-code-twice = Ce bulletin est déjà dans l’urne : il n’est compté qu’une fois.
phones-code-taken = { $count ->
    [one] Un bulletin mis dans l’urne.
   *[other] { $count } bulletins mis dans l’urne.
}
