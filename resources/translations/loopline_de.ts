<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>Glossary</name>
    <message>
        <source>await</source>
        <translation>await</translation>
    </message>
    <message>
        <source>The place where a coroutine lets others run until what it waits for is there. Awaiting a coroutine runs it in the same task; only waiting for a future gives the loop back.</source>
        <translation>Die Stelle, an der eine Coroutine andere laufen lässt, bis da ist, worauf sie wartet. Eine Coroutine mit await läuft im selben Task; nur das Warten auf ein Future gibt die Schleife frei.</translation>
    </message>
    <message>
        <source>blocking the loop</source>
        <translation>blockiert die Schleife</translation>
    </message>
    <message>
        <source>A call such as time.sleep keeps the thread: the loop cannot take a turn, and everybody else waits.</source>
        <translation>Ein Aufruf wie time.sleep behält den Thread: Die Schleife kommt nicht zur nächsten Runde, und alle anderen warten.</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>A plain function that the loop calls in one of its turns.</source>
        <translation>Eine gewöhnliche Funktion, die die Schleife in einer ihrer Runden aufruft.</translation>
    </message>
    <message>
        <source>cancellation</source>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>A request that a task should stop: CancelledError is raised where it waits. It may clean up first, or refuse.</source>
        <translation>Die Bitte an einen Task, aufzuhören: Wo er wartet, wird CancelledError ausgelöst. Er darf vorher aufräumen oder sich weigern.</translation>
    </message>
    <message>
        <source>console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>What the program has printed so far, with the time of each line.</source>
        <translation>Was das Programm bisher ausgegeben hat, mit der Zeit jeder Zeile.</translation>
    </message>
    <message>
        <source>coroutine</source>
        <translation>Coroutine</translation>
    </message>
    <message>
        <source>A function that can be suspended. Calling it runs nothing; it runs when it is awaited or made a task.</source>
        <translation>Eine Funktion, die angehalten werden kann. Ihr Aufruf führt nichts aus; sie läuft, wenn sie mit await erwartet oder zum Task wird.</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>A remark of the lesson that appears when its line runs for the first time.</source>
        <translation>Eine Bemerkung der Lektion, die erscheint, wenn ihre Zeile zum ersten Mal läuft.</translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>Deadlock</translation>
    </message>
    <message>
        <source>Tasks wait for each other in a circle, and nothing else can happen.</source>
        <translation>Tasks warten im Kreis aufeinander, und nichts anderes kann geschehen.</translation>
    </message>
    <message>
        <source>elastic time</source>
        <translation>elastische Zeit</translation>
    </message>
    <message>
        <source>An axis on which busy instants are stretched and idle time is compressed. Its ticks tell the true time.</source>
        <translation>Eine Achse, auf der volle Augenblicke gedehnt und leere Zeit gestaucht wird. Ihre Striche nennen die wahre Zeit.</translation>
    </message>
    <message>
        <source>event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>What runs tasks and callbacks, one at a time, turn after turn, and sleeps when nothing is ready.</source>
        <translation>Sie führt Tasks und Callbacks aus, einen nach dem anderen, Runde um Runde, und schläft, wenn nichts bereit ist.</translation>
    </message>
    <message>
        <source>future</source>
        <translation>Future</translation>
    </message>
    <message>
        <source>A result that is not there yet. Tasks are futures too.</source>
        <translation>Ein Ergebnis, das noch nicht da ist. Auch Tasks sind Futures.</translation>
    </message>
    <message>
        <source>warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>What is likely a mistake in the program, found while it ran.</source>
        <translation>Was im Programm wahrscheinlich ein Fehler ist, beim Lauf gefunden.</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>It could go on, but its loop is held up elsewhere.</source>
        <translation>Er könnte weiterlaufen, aber seine Schleife wird anderswo aufgehalten.</translation>
    </message>
    <message>
        <source>line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Stepping by line stops at each line of the program that runs.</source>
        <translation>Schritte nach Zeilen halten an jeder Zeile des Programms, die läuft.</translation>
    </message>
    <message>
        <source>locks, queues and others</source>
        <translation>Locks, Queues und andere</translation>
    </message>
    <message>
        <source>What tasks share: who holds it, who waits for it, what is in it.</source>
        <translation>Was Tasks sich teilen: wer es hält, wer darauf wartet, was darin ist.</translation>
    </message>
    <message>
        <source>print</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Stepping by print stops at each line of output.</source>
        <translation>Schritte nach Ausgaben halten an jeder ausgegebenen Zeile.</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>It can go on and stands in the ready queue until the loop comes to it.</source>
        <translation>Er kann weiterlaufen und steht in der Warteschlange, bis die Schleife zu ihm kommt.</translation>
    </message>
    <message>
        <source>ready queue</source>
        <translation>Bereit-Schlange</translation>
    </message>
    <message>
        <source>Steps of tasks and callbacks that the loop will run next, first come, first served.</source>
        <translation>Schritte von Tasks und Callbacks, die die Schleife als Nächstes ausführt: wer zuerst kommt, läuft zuerst.</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>Its code runs now. In a thread only one task does at any time.</source>
        <translation>Sein Code läuft jetzt. In einem Thread gilt das immer nur für einen Task.</translation>
    </message>
    <message>
        <source>select</source>
        <translation>select</translation>
    </message>
    <message>
        <source>Where the loop sleeps until the next timer is due or the outside world answers.</source>
        <translation>Hier schläft die Schleife, bis der nächste Timer fällig ist oder die Außenwelt antwortet.</translation>
    </message>
    <message>
        <source>switch</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>A coroutine that the loop runs on its own, beside others. Made by create_task, gather, TaskGroup or asyncio.run.</source>
        <translation>Eine Coroutine, die die Schleife eigenständig neben anderen ausführt. Er entsteht durch create_task, gather, TaskGroup oder asyncio.run.</translation>
    </message>
    <message>
        <source>threads and loops</source>
        <translation>Threads und Schleifen</translation>
    </message>
    <message>
        <source>Each thread may run a loop of its own; they take turns at the one interpreter.</source>
        <translation>Jeder Thread kann eine eigene Schleife haben; am einen Interpreter wechseln sie sich ab.</translation>
    </message>
    <message>
        <source>timers</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>Sleeps, timeouts and call_later: what the loop will wake, and when it is due.</source>
        <translation>Sleeps, Zeitlimits und call_later: was die Schleife wecken wird und wann es fällig ist.</translation>
    </message>
    <message>
        <source>turn</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>One round of the loop: it runs what was ready when the round began, then looks at timers and the outside world.</source>
        <translation>Ein Durchgang der Schleife: Sie führt aus, was zu Beginn bereit war, und sieht dann nach Timern und der Außenwelt.</translation>
    </message>
    <message>
        <source>stack and variables</source>
        <translation>Stapel und Variablen</translation>
    </message>
    <message>
        <source>The calls of the selected task, and what the names of each stand for, as of the playhead.</source>
        <translation>Die Aufrufe des gewählten Tasks und wofür ihre Namen jeweils stehen, am Abspielkopf.</translation>
    </message>
    <message>
        <source>virtual time</source>
        <translation>virtuelle Zeit</translation>
    </message>
    <message>
        <source>The clock of the program. It moves only while everybody sleeps, so ten seconds pass at once and each run is the same.</source>
        <translation>Die Uhr des Programms. Sie geht nur weiter, während alle schlafen; so vergehen zehn Sekunden sofort, und jeder Lauf ist gleich.</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>It has given the loop back and goes on when what it awaits is done.</source>
        <translation>Er hat die Schleife freigegeben und läuft weiter, wenn fertig ist, worauf er wartet.</translation>
    </message>
    <message>
        <source>who waits for whom</source>
        <translation>Wer wartet auf wen</translation>
    </message>
    <message>
        <source>Each task, and below it what it waits for. A circle is a deadlock.</source>
        <translation>Jeder Task, und darunter, worauf er wartet. Ein Kreis ist ein Deadlock.</translation>
    </message>
    <message>
        <source>greenlet</source>
        <translation>Greenlet</translation>
    </message>
    <message>
        <source>A function of gevent that is suspended within a call, with its whole stack. It gives way only where it calls something of gevent.</source>
        <translation>Eine Funktion von gevent, die mitten in einem Aufruf mit ihrem ganzen Stapel angehalten wird. Sie gibt nur dort ab, wo sie etwas von gevent aufruft.</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>The greenlet of gevent that runs a loop and switches to whatever greenlet can go on.</source>
        <translation>Das Greenlet von gevent, das eine Schleife laufen lässt und zu jedem Greenlet wechselt, das weiter kann.</translation>
    </message>
    <message>
        <source>The moment at which one task stops and another goes on: only at an await, or when a task ends. Greenlets switch where they call gevent.</source>
        <translation>Der Augenblick, in dem ein Task aufhört und ein anderer weiterläuft: nur an einem await oder am Ende eines Tasks. Greenlets wechseln, wo sie gevent aufrufen.</translation>
    </message>
</context>
<context>
    <name>Picture</name>
    <message>
        <source>A picture is a .png, .svg or .pdf file; %1 is none of these.</source>
        <translation>Ein Bild ist eine .png-, .svg- oder .pdf-Datei; %1 ist keine davon.</translation>
    </message>
    <message>
        <source>%1 exists already. Choose another name.</source>
        <translation>%1 gibt es schon. Bitte einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>The picture would be %1 × %2 pixels. Choose a smaller scale, or only what is in view.</source>
        <translation>Das Bild hätte %1 × %2 Pixel. Bitte einen kleineren Maßstab wählen oder nur, was zu sehen ist.</translation>
    </message>
    <message>
        <source>There is not enough memory for a picture of this size. Choose a smaller scale.</source>
        <translation>Für ein Bild dieser Größe reicht der Speicher nicht. Bitte einen kleineren Maßstab wählen.</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>QLineEdit</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Cu&amp;t</source>
        <translation>&amp;Ausschneiden</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Einfügen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select All</source>
        <translation>Alles auswählen</translation>
    </message>
</context>
<context>
    <name>QPlatformTheme</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>&amp;Yes</source>
        <translation>&amp;Ja</translation>
    </message>
    <message>
        <source>&amp;No</source>
        <translation>&amp;Nein</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Anwenden</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
</context>
<context>
    <name>States</name>
    <message>
        <source>not there</source>
        <translation>nicht da</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>takes a turn</source>
        <translation>hat eine Runde</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>blocks the loop</source>
        <translation>blockiert die Schleife</translation>
    </message>
    <message>
        <source>asleep</source>
        <translation>schläft</translation>
    </message>
    <message>
        <source>idle in select</source>
        <translation>untätig in select</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>raised</source>
        <translation>mit Exception beendet</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>blocked once, for %1</source>
        <translation>einmal blockiert, für %1</translation>
    </message>
    <message numerus="yes">
        <source>blocked %n times, longest %1</source>
        <translation>
            <numerusform>%n-mal blockiert, längstens %1</numerusform>
            <numerusform>%n-mal blockiert, längstens %1</numerusform>
        </translation>
    </message>
    <message>
        <source>1 task</source>
        <translation>1 Task</translation>
    </message>
    <message numerus="yes">
        <source>%n tasks</source>
        <translation>
            <numerusform>%n Task</numerusform>
            <numerusform>%n Tasks</numerusform>
        </translation>
    </message>
    <message>
        <source>deadlock</source>
        <translation>Deadlock</translation>
    </message>
    <message>
        <source>an exception ended it</source>
        <translation>durch eine Exception beendet</translation>
    </message>
    <message>
        <source>stopped at a limit</source>
        <translation>an einer Grenze angehalten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>endet bei %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>they end together</source>
        <translation>sie enden zugleich</translation>
    </message>
    <message>
        <source>%1 apart</source>
        <translation>%1 Abstand</translation>
    </message>
    <message>
        <source>Event loop</source>
        <translation>Ereignisschleife</translation>
    </message>
    <message>
        <source>Greenlet</source>
        <translation>Greenlet</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Thread</translation>
    </message>
    <message>
        <source>ready queue</source>
        <translation>Bereit-Schlange</translation>
    </message>
    <message>
        <source>live tasks</source>
        <translation>lebende Tasks</translation>
    </message>
    <message>
        <source>items in %1</source>
        <translation>Elemente in %1</translation>
    </message>
    <message>
        <source>permits of %1</source>
        <translation>Plätze von %1</translation>
    </message>
    <message>
        <source>printed</source>
        <translation>ausgegeben</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>cancellation requested</source>
        <translation>Abbruch verlangt</translation>
    </message>
    <message>
        <source>exception raised</source>
        <translation>Exception ausgelöst</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>task ends</source>
        <translation>Task endet</translation>
    </message>
    <message>
        <source>outside world</source>
        <translation>Außenwelt</translation>
    </message>
    <message>
        <source>at %1</source>
        <translation>bei %1</translation>
    </message>
    <message>
        <source>at %1, takes no time</source>
        <translation>bei %1, braucht keine Zeit</translation>
    </message>
    <message>
        <source>from %1 to %2 · %3</source>
        <translation>von %1 bis %2 · %3</translation>
    </message>
    <message>
        <source>in %1, line %2</source>
        <translation>in %1, Zeile %2</translation>
    </message>
    <message>
        <source>there from %1 to %2</source>
        <translation>da von %1 bis %2</translation>
    </message>
    <message>
        <source>elastic time</source>
        <translation>elastische Zeit</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>blocking the loop</source>
        <translation>blockiert die Schleife</translation>
    </message>
    <message>
        <source>loop idle in select</source>
        <translation>Schleife untätig</translation>
    </message>
    <message>
        <source>1 lane folded</source>
        <translation>1 Spur eingeklappt</translation>
    </message>
    <message numerus="yes">
        <source>%n lanes folded</source>
        <translation>
            <numerusform>%n Spur eingeklappt</numerusform>
            <numerusform>%n Spuren eingeklappt</numerusform>
        </translation>
    </message>
    <message>
        <source>what follows is hidden</source>
        <translation>was folgt, ist verborgen</translation>
    </message>
    <message>
        <source>1 greenlet</source>
        <translation>1 Greenlet</translation>
    </message>
    <message numerus="yes">
        <source>%n greenlets</source>
        <translation>
            <numerusform>%n Greenlet</numerusform>
            <numerusform>%n Greenlets</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>no tasks</source>
        <translation>keine Tasks</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Banner</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Bookmarks</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>loopline::ui::CodeArea</name>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
</context>
<context>
    <name>loopline::ui::CodeEdit</name>
    <message>
        <source>Save as a scenario of your own…</source>
        <translation>Als eigenes Szenario speichern…</translation>
    </message>
    <message>
        <source>Back to the original; this can be undone</source>
        <translation>Zurück zum Original; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Compare with the original</source>
        <translation>Mit dem Original vergleichen</translation>
    </message>
    <message>
        <source>Run (Ctrl+R)</source>
        <translation>Ausführen (Strg+R)</translation>
    </message>
    <message>
        <source>The original code</source>
        <translation>Der Code des Originals</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>A line of ``` would end the block: not taken over</source>
        <translation>Eine Zeile ``` würde den Block beenden: nicht übernommen</translation>
    </message>
    <message>
        <source>as in the lesson</source>
        <translation>wie in der Lektion</translation>
    </message>
    <message>
        <source>1 line changed · kept</source>
        <translation>1 Zeile geändert · behalten</translation>
    </message>
    <message>
        <source>%1 lines changed · kept</source>
        <translation>%1 Zeilen geändert · behalten</translation>
    </message>
</context>
<context>
    <name>loopline::ui::CodeGutter</name>
    <message>
        <source>Tasks by line</source>
        <translation>Tasks je Zeile</translation>
    </message>
    <message>
        <source>… and others</source>
        <translation>… und andere</translation>
    </message>
</context>
<context>
    <name>loopline::ui::CodePane</name>
    <message>
        <source>Code of %1</source>
        <translation>Code von %1</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 wartet auf %2</translation>
    </message>
    <message>
        <source>Click: run on to this line. Shift+click: back to when it last ran.</source>
        <translation>Klick: weiter bis zu dieser Zeile. Umschalt+Klick: zurück, wo sie zuletzt lief.</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>endet bei %1</translation>
    </message>
    <message>
        <source>✗ %1 at %2</source>
        <translation>✗ %1 bei %2</translation>
    </message>
    <message>
        <source>exits at %1</source>
        <translation>beendet sich bei %1</translation>
    </message>
    <message>
        <source>serves for ever from %1 on</source>
        <translation>wartet von %1 an für immer auf Besucher</translation>
    </message>
    <message>
        <source>✗ deadlock at %1</source>
        <translation>✗ Deadlock bei %1</translation>
    </message>
    <message>
        <source>✗ stopped at %1</source>
        <translation>✗ angehalten bei %1</translation>
    </message>
    <message>
        <source>stopped at %1</source>
        <translation>angehalten bei %1</translation>
    </message>
    <message>
        <source>✗ does not run</source>
        <translation>✗ läuft nicht</translation>
    </message>
    <message>
        <source>Code of %1, being edited</source>
        <translation>Code von %1, wird geändert</translation>
    </message>
    <message>
        <source>main</source>
        <translation>Haupt</translation>
    </message>
    <message>
        <source>%1 waits</source>
        <translation>%1 wartet</translation>
    </message>
</context>
<context>
    <name>loopline::ui::EditPage</name>
    <message>
        <source> Did you mean “%1”?</source>
        <translation> Vielleicht „%1“?</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1, line %2, column %3 · %4</source>
        <translation>%1, Zeile %2, Spalte %3 · %4</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Preview of the text</source>
        <translation>Vorschau des Textes</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Back to the text as it was; this can be undone</source>
        <translation>Zurück zum Text, wie er war; das lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Run (Ctrl+R)</source>
        <translation>Ausführen (Strg+R)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Back to the lesson (Ctrl+E)</source>
        <translation>Zurück zur Lektion (Strg+E)</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>errors: %1 · hints: %2</source>
        <translation>Fehler: %1 · Hinweise: %2</translation>
    </message>
</context>
<context>
    <name>loopline::ui::ExportDialog</name>
    <message>
        <source>PNG, for screens</source>
        <translation>PNG, für Bildschirme</translation>
    </message>
    <message>
        <source>PNG, 2×</source>
        <translation>PNG, 2×</translation>
    </message>
    <message>
        <source>PNG, 300 dpi</source>
        <translation>PNG, 300 dpi</translation>
    </message>
    <message>
        <source>SVG</source>
        <translation>SVG</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>All compared runs</source>
        <translation>Alle verglichenen Läufe</translation>
    </message>
    <message>
        <source>The run</source>
        <translation>Der Lauf</translation>
    </message>
    <message>
        <source>Each run, a file each</source>
        <translation>Jeder Lauf, je eine Datei</translation>
    </message>
    <message>
        <source>Only “%1”</source>
        <translation>Nur „%1“</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Stretch</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>The whole run</source>
        <translation>Der ganze Lauf</translation>
    </message>
    <message>
        <source>What is in view</source>
        <translation>Was zu sehen ist</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>Elastisch</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Druck</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Unterschrift</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
    <message>
        <source>Length of the ready queue</source>
        <translation>Länge der Bereit-Schlange</translation>
    </message>
    <message>
        <source>Playhead</source>
        <translation>Abspielkopf</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>The view is of another axis</source>
        <translation>Der Ausschnitt gehört zu einer anderen Achse</translation>
    </message>
    <message>
        <source>too large to be shown here</source>
        <translation>zu groß, um hier gezeigt zu werden</translation>
    </message>
    <message>
        <source>Replace?</source>
        <translation>Ersetzen?</translation>
    </message>
    <message>
        <source>%1 is there already. Replace it?</source>
        <translation>%1 gibt es schon. Ersetzen?</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Written: %1 files in %2</source>
        <translation>Geschrieben: %1 Dateien in %2</translation>
    </message>
    <message>
        <source>Filmstrip: a PNG for each cue</source>
        <translation>Filmstreifen: ein PNG je Hinweis</translation>
    </message>
    <message>
        <source>Recording (.loopline)</source>
        <translation>Aufzeichnung (.loopline)</translation>
    </message>
    <message>
        <source>Trace for Chrome and Perfetto</source>
        <translation>Spur für Chrome und Perfetto</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>Schreibt…</translation>
    </message>
    <message>
        <source>WebP, 2×</source>
        <translation>WebP, 2×</translation>
    </message>
    <message>
        <source>Handout (PDF): prose, code, timelines, answers</source>
        <translation>Handzettel (PDF): Text, Code, Zeitleisten, Antworten</translation>
    </message>
    <message>
        <source>Handout (HTML)</source>
        <translation>Handzettel (HTML)</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Facts</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>the callback %1</source>
        <translation>Callback %1</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>the thread %1</source>
        <translation>Thread %1</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>Thread %1</translation>
    </message>
    <message>
        <source>the %1 inside %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>the %1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>a future</source>
        <translation>ein Future</translation>
    </message>
    <message>
        <source>the %1 of line %2</source>
        <translation>%1 aus Zeile %2</translation>
    </message>
    <message>
        <source>the %1</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>a notification of %1</source>
        <translation>eine Benachrichtigung von %1</translation>
    </message>
    <message>
        <source>the others at %1</source>
        <translation>die anderen an %1</translation>
    </message>
    <message>
        <source>an item of %1</source>
        <translation>ein Element von %1</translation>
    </message>
    <message>
        <source>room in %1</source>
        <translation>Platz in %1</translation>
    </message>
    <message>
        <source>all items of %1 to be dealt with</source>
        <translation>das Ende aller Elemente von %1</translation>
    </message>
    <message>
        <source>%1, at most until %2</source>
        <translation>%1, höchstens bis %2</translation>
    </message>
    <message>
        <source>%1, shielded</source>
        <translation>%1, abgeschirmt</translation>
    </message>
    <message>
        <source>what it gave to %1</source>
        <translation>was es %1 gegeben hat</translation>
    </message>
    <message>
        <source>the next one that is complete</source>
        <translation>das Nächste, das fertig wird</translation>
    </message>
    <message>
        <source>the tasks of its group</source>
        <translation>die Tasks seiner Gruppe</translation>
    </message>
    <message>
        <source>work that a thread of the executor does</source>
        <translation>Arbeit in einem Thread des Executors</translation>
    </message>
    <message>
        <source>a thread</source>
        <translation>ein Thread</translation>
    </message>
    <message>
        <source>news from outside</source>
        <translation>Nachricht von außen</translation>
    </message>
    <message>
        <source>a process</source>
        <translation>ein Prozess</translation>
    </message>
    <message>
        <source>the %1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>the timeout of %1</source>
        <translation>das Zeitlimit von %1</translation>
    </message>
    <message>
        <source>a timeout</source>
        <translation>ein Zeitlimit</translation>
    </message>
    <message>
        <source>That puts %1 into the ready queue.</source>
        <translation>Damit kommt %1 in die Bereit-Schlange.</translation>
    </message>
    <message>
        <source>That puts %1 into the ready queue, behind %2.</source>
        <translation>Damit kommt %1 in die Bereit-Schlange, hinter %2.</translation>
    </message>
    <message>
        <source>a callback</source>
        <translation>ein Callback</translation>
    </message>
    <message>
        <source>, when %1 falls due</source>
        <translation>, wenn %1 fällig wird</translation>
    </message>
    <message>
        <source>Nothing is ready and no timer is set, so the loop sleeps in select until something wakes it: %1 still has work.</source>
        <translation>Nichts ist bereit und kein Timer gesetzt, also schläft die Schleife in select, bis etwas sie weckt: %1 hat noch zu tun.</translation>
    </message>
    <message>
        <source>Nothing is ready and no timer is set, so the loop sleeps in select until something from outside wakes it.</source>
        <translation>Nichts ist bereit und kein Timer gesetzt, also schläft die Schleife in select, bis etwas von außen sie weckt.</translation>
    </message>
    <message>
        <source>The loop looks for news from outside in select, without waiting.</source>
        <translation>Die Schleife sieht in select nach Nachrichten von außen, ohne zu warten.</translation>
    </message>
    <message>
        <source>Nothing is ready, so the loop sleeps in select until %1%2.</source>
        <translation>Nichts ist bereit, also schläft die Schleife in select bis %1%2.</translation>
    </message>
    <message>
        <source>Turn %1 of the loop begins. All that stood in the ready queue was cancelled.</source>
        <translation>Runde %1 der Schleife beginnt. Alles in der Bereit-Schlange wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Turn %1 of the loop begins. The ready queue is empty.</source>
        <translation>Runde %1 der Schleife beginnt. Die Bereit-Schlange ist leer.</translation>
    </message>
    <message>
        <source>Turn %1 of the loop begins. One entry is ready and runs in it: %2.</source>
        <translation>Runde %1 der Schleife beginnt. Ein Eintrag ist bereit und läuft in ihr: %2.</translation>
    </message>
    <message>
        <source>Turn %1 of the loop begins. %2 entries are ready and run in this order: %3. What becomes ready meanwhile has to wait for the next turn.</source>
        <translation>Runde %1 der Schleife beginnt. %2 Einträge sind bereit und laufen in dieser Reihenfolge: %3. Was inzwischen bereit wird, muss auf die nächste Runde warten.</translation>
    </message>
    <message>
        <source>, %1 late</source>
        <translation>, %1 zu spät</translation>
    </message>
    <message>
        <source>A timer fires: %1 was due at %2%3.</source>
        <translation>Ein Timer löst aus: %1 war fällig bei %2%3.</translation>
    </message>
    <message>
        <source>A timer fires: %1 is due.</source>
        <translation>Ein Timer löst aus: %1 ist fällig.</translation>
    </message>
    <message>
        <source>The loop learns that what it was run for is done: it will stop.</source>
        <translation>Die Schleife erfährt, dass fertig ist, wofür sie lief: Sie wird anhalten.</translation>
    </message>
    <message>
        <source>The callback %1 runs: what it was waiting for is done.</source>
        <translation>Callback %1 läuft: Fertig ist, worauf er gewartet hat.</translation>
    </message>
    <message>
        <source>The signal handler %1 runs.</source>
        <translation>Der Signal-Handler %1 läuft.</translation>
    </message>
    <message>
        <source>News from outside has come: %1 runs.</source>
        <translation>Nachricht von außen ist da: %1 läuft.</translation>
    </message>
    <message>
        <source>The callback %1 runs: it has come to the front of the ready queue.</source>
        <translation>Callback %1 läuft: Er ist an der Spitze der Bereit-Schlange.</translation>
    </message>
    <message>
        <source>%1 sets a timer: its %2 ends at %3.</source>
        <translation>%1 setzt einen Timer: %2 endet bei %3.</translation>
    </message>
    <message>
        <source>%1 sets a timer: its patience ends at %2.</source>
        <translation>%1 setzt einen Timer: Die Geduld endet bei %2.</translation>
    </message>
    <message>
        <source>%1 sets a timer: the loop is to call %2 at %3, not before.</source>
        <translation>%1 setzt einen Timer: Die Schleife soll %2 bei %3 aufrufen, nicht früher.</translation>
    </message>
    <message>
        <source>The timer of %1, due at %2, is cancelled: it will not fire.</source>
        <translation>Der Timer von %1, fällig bei %2, ist abgebrochen: Er löst nicht aus.</translation>
    </message>
    <message>
        <source>A timer is cancelled: it will not fire.</source>
        <translation>Ein Timer ist abgebrochen: Er löst nicht aus.</translation>
    </message>
    <message>
        <source>An event loop is made. It holds no task and no timer yet.</source>
        <translation>Eine Ereignisschleife entsteht. Noch hat sie keinen Task und keinen Timer.</translation>
    </message>
    <message>
        <source>The event loop starts. From now on it decides what runs; the code that started it waits for it.</source>
        <translation>Die Ereignisschleife startet. Von jetzt an bestimmt sie, was läuft; der Code, der sie gestartet hat, wartet auf sie.</translation>
    </message>
    <message>
        <source>The loop was asked to stop. It will do so at the end of this turn.</source>
        <translation>Die Schleife wurde gebeten anzuhalten. Sie tut es am Ende dieser Runde.</translation>
    </message>
    <message>
        <source>The loop has stopped. The code that started it goes on.</source>
        <translation>Die Schleife hat angehalten. Der Code, der sie gestartet hat, läuft weiter.</translation>
    </message>
    <message>
        <source>The loop is closed. It cannot be started again.</source>
        <translation>Die Schleife ist geschlossen. Sie kann nicht wieder starten.</translation>
    </message>
    <message>
        <source>The callback %1 is cancelled: it leaves the ready queue and will not run.</source>
        <translation>Callback %1 ist abgebrochen: Er verlässt die Bereit-Schlange und läuft nicht.</translation>
    </message>
    <message>
        <source>A callback is cancelled: it leaves the ready queue and will not run.</source>
        <translation>Ein Callback ist abgebrochen: Er verlässt die Bereit-Schlange und läuft nicht.</translation>
    </message>
    <message>
        <source>%1 was due at %2 and is already %3 late.</source>
        <translation>%1 war fällig bei %2 und ist schon %3 zu spät.</translation>
    </message>
    <message>
        <source>The loop is idle.</source>
        <translation>Die Schleife ist untätig.</translation>
    </message>
    <message>
        <source>The program</source>
        <translation>Das Programm</translation>
    </message>
    <message>
        <source>The callback %1</source>
        <translation>Callback %1</translation>
    </message>
    <message>
        <source>%1 is inside %2. The loop is blocked until %3.</source>
        <translation>%1 ist in %2. Die Schleife ist blockiert bis %3.</translation>
    </message>
    <message>
        <source>%1 sleeps in %2 until %3</source>
        <translation>%1 schläft in %2 bis %3</translation>
    </message>
    <message>
        <source>Every thread is blocked: %1.</source>
        <translation>Jeder Thread ist blockiert: %1.</translation>
    </message>
    <message>
        <source>Time passes. Nothing has happened since %1.</source>
        <translation>Zeit vergeht. Seit %1 ist nichts geschehen.</translation>
    </message>
    <message>
        <source>%1 takes a permit of %2. Free permits: %3.</source>
        <translation>%1 nimmt einen Platz von %2. Freie Plätze: %3.</translation>
    </message>
    <message>
        <source>%1 now holds %2.</source>
        <translation>%1 hält jetzt %2.</translation>
    </message>
    <message>
        <source>%1 gives a permit back to %2. Free permits: %3.</source>
        <translation>%1 gibt %2 einen Platz zurück. Freie Plätze: %3.</translation>
    </message>
    <message>
        <source>%1 releases %2.</source>
        <translation>%1 gibt %2 frei.</translation>
    </message>
    <message>
        <source>%1 sets %2: whoever waits for it can go on.</source>
        <translation>%1 setzt %2: Wer darauf wartet, kann weiterlaufen.</translation>
    </message>
    <message>
        <source>%1 clears %2: whoever waits for it from now on has to wait.</source>
        <translation>%1 löscht %2: Wer von jetzt an darauf wartet, muss warten.</translation>
    </message>
    <message>
        <source>%1 notifies %2, but nobody waits there.</source>
        <translation>%1 benachrichtigt %2, aber dort wartet niemand.</translation>
    </message>
    <message>
        <source>%1 wakes one task that waits for %2.</source>
        <translation>%1 weckt einen Task, der auf %2 wartet.</translation>
    </message>
    <message>
        <source>%1 wakes %2 tasks that wait for %3.</source>
        <translation>%1 weckt %2 Tasks, die auf %3 warten.</translation>
    </message>
    <message>
        <source>%1 puts an item into %2. It holds one item now.</source>
        <translation>%1 legt ein Element in %2. Jetzt ist eines darin.</translation>
    </message>
    <message>
        <source>%1 puts an item into %2. It holds %3 items now.</source>
        <translation>%1 legt ein Element in %2. Jetzt sind %3 darin.</translation>
    </message>
    <message>
        <source>%1 takes an item out of %2. It is empty now.</source>
        <translation>%1 nimmt ein Element aus %2. Jetzt ist nichts mehr darin.</translation>
    </message>
    <message>
        <source>%1 takes an item out of %2. One is left.</source>
        <translation>%1 nimmt ein Element aus %2. Eines bleibt.</translation>
    </message>
    <message>
        <source>%1 takes an item out of %2. %3 are left.</source>
        <translation>%1 nimmt ein Element aus %2. %3 bleiben.</translation>
    </message>
    <message>
        <source>%1 reports an item of %2 as dealt with. Unfinished items: %3.</source>
        <translation>%1 meldet ein Element von %2 als erledigt. Unerledigte Elemente: %3.</translation>
    </message>
    <message>
        <source>%1 now includes %2.</source>
        <translation>%1 umfasst jetzt auch %2.</translation>
    </message>
    <message>
        <source>%1 arrives at %2. Waiting there: %3.</source>
        <translation>%1 kommt an bei %2. Dort warten: %3.</translation>
    </message>
    <message>
        <source>%1 is broken: whoever waits there gets an exception.</source>
        <translation>%1 ist zerbrochen: Wer dort wartet, bekommt eine Exception.</translation>
    </message>
    <message>
        <source>%1 has a size of %2.</source>
        <translation>%1 hat eine Größe von %2.</translation>
    </message>
    <message>
        <source>%1 changes.</source>
        <translation>%1 ändert sich.</translation>
    </message>
    <message>
        <source>What %1 waits for</source>
        <translation>Worauf %1 wartet</translation>
    </message>
    <message>
        <source>%1 is done: it has its result.</source>
        <translation>%1 ist fertig: Das Ergebnis ist da.</translation>
    </message>
    <message>
        <source>%1 is done: it holds an exception.</source>
        <translation>%1 ist fertig: Darin ist eine Exception.</translation>
    </message>
    <message>
        <source>%1 is cancelled.</source>
        <translation>%1 ist abgebrochen.</translation>
    </message>
    <message>
        <source>%1 makes %2.</source>
        <translation>%1 macht %2.</translation>
    </message>
    <message>
        <source>The thread %1 has started.</source>
        <translation>Thread %1 ist gestartet.</translation>
    </message>
    <message>
        <source>Now the thread %1 runs, until it blocks or ends; the other threads wait.</source>
        <translation>Jetzt läuft Thread %1, bis er blockiert oder endet; die anderen Threads warten.</translation>
    </message>
    <message>
        <source>The thread %1 has ended.</source>
        <translation>Thread %1 ist zu Ende.</translation>
    </message>
    <message>
        <source>%1 calls %2: this thread stands still until %3.</source>
        <translation>%1 ruft %2 auf: Dieser Thread steht still bis %3.</translation>
    </message>
    <message>
        <source>%1 calls %2: the whole thread stands still until %3. The loop is blocked; nothing else in it can run.</source>
        <translation>%1 ruft %2 auf: Der ganze Thread steht still bis %3. Die Schleife ist blockiert; nichts anderes in ihr kann laufen.</translation>
    </message>
    <message>
        <source>%1 is over: %2 goes on.</source>
        <translation>%1 ist vorbei: %2 läuft weiter.</translation>
    </message>
    <message>
        <source>%1 comes to line %2.</source>
        <translation>%1 kommt zu Zeile %2.</translation>
    </message>
    <message>
        <source>%1 comes to line %2, which defines %3. Nothing of it runs yet: %4</source>
        <translation>%1 kommt zu Zeile %2, die %3 definiert. Noch läuft nichts davon: %4</translation>
    </message>
    <message>
        <source>%1 comes to line %2: %3</source>
        <translation>%1 kommt zu Zeile %2: %3</translation>
    </message>
    <message>
        <source>Python writes to stderr:</source>
        <translation>Python schreibt nach stderr:</translation>
    </message>
    <message>
        <source>Python warns: the coroutine %1 was never awaited. None of its code has run.</source>
        <translation>Python warnt: Die Coroutine %1 wurde nie mit await erwartet. Nichts von ihrem Code ist gelaufen.</translation>
    </message>
    <message>
        <source>Python warns: %1 was thrown away before it was done.</source>
        <translation>Python warnt: %1 wurde weggeworfen, bevor er fertig war.</translation>
    </message>
    <message>
        <source>Python warns: nobody ever asked for the exception %1.</source>
        <translation>Python warnt: Nach der Exception %1 hat nie jemand gefragt.</translation>
    </message>
    <message>
        <source>A callback failed: %1. The loop goes on.</source>
        <translation>Ein Callback ist gescheitert: %1. Die Schleife läuft weiter.</translation>
    </message>
    <message>
        <source>While the loop was shut down, this failed: %1.</source>
        <translation>Beim Beenden der Schleife ist dies gescheitert: %1.</translation>
    </message>
    <message>
        <source>The loop reports: %1.</source>
        <translation>Die Schleife meldet: %1.</translation>
    </message>
    <message>
        <source>This step kept the loop for %1. Meanwhile nothing else could run.</source>
        <translation>Dieser Schritt hat die Schleife %1 lang behalten. Solange konnte nichts anderes laufen.</translation>
    </message>
    <message>
        <source>A thread ended with an exception: %1.</source>
        <translation>Ein Thread endete mit einer Exception: %1.</translation>
    </message>
    <message>
        <source>An exception could not be raised anywhere: %1.</source>
        <translation>Eine Exception konnte nirgends ausgelöst werden: %1.</translation>
    </message>
    <message>
        <source>Python warns: %1</source>
        <translation>Python warnt: %1</translation>
    </message>
    <message>
        <source>%1, which %2 holds</source>
        <translation>%1, gehalten von %2</translation>
    </message>
    <message>
        <source>%1 waits for %2</source>
        <translation>%1 wartet auf %2</translation>
    </message>
    <message>
        <source>Deadlock: nothing is ready, no timer is set, and nothing can come from outside.</source>
        <translation>Deadlock: Nichts ist bereit, kein Timer ist gesetzt, und von außen kann nichts kommen.</translation>
    </message>
    <message>
        <source>The program begins with its first line.</source>
        <translation>Das Programm beginnt mit seiner ersten Zeile.</translation>
    </message>
    <message>
        <source>%1 begins.</source>
        <translation>%1 beginnt.</translation>
    </message>
    <message>
        <source>%1 begins, called by %2.</source>
        <translation>%1 beginnt, aufgerufen von %2.</translation>
    </message>
    <message>
        <source>The program is left by an exception.</source>
        <translation>Eine Exception verlässt das Programm.</translation>
    </message>
    <message>
        <source>The program has come to the end of its last line.</source>
        <translation>Das Programm ist am Ende seiner letzten Zeile.</translation>
    </message>
    <message>
        <source>%1 is left by an exception.</source>
        <translation>Eine Exception verlässt %1.</translation>
    </message>
    <message>
        <source>%1 returns %2.</source>
        <translation>%1 gibt %2 zurück.</translation>
    </message>
    <message>
        <source>%1 gives %2 to its caller and pauses there.</source>
        <translation>%1 gibt %2 an den Aufrufer und pausiert dort.</translation>
    </message>
    <message>
        <source>An exception is thrown into %1 at line %2.</source>
        <translation>Eine Exception wird in %1 geworfen, in Zeile %2.</translation>
    </message>
    <message>
        <source>%1 goes on at line %2.</source>
        <translation>%1 läuft weiter in Zeile %2.</translation>
    </message>
    <message>
        <source>The variable %1 is deleted.</source>
        <translation>Die Variable %1 ist gelöscht.</translation>
    </message>
    <message>
        <source>The variable %1 is now %2.</source>
        <translation>Die Variable %1 ist jetzt %2.</translation>
    </message>
    <message>
        <source>%1 at line %2: that is how an iterator says that it has come to its end.</source>
        <translation>%1 in Zeile %2: So sagt ein Iterator, dass er am Ende ist.</translation>
    </message>
    <message>
        <source>%1 is raised at line %2.</source>
        <translation>%1 wird in Zeile %2 ausgelöst.</translation>
    </message>
    <message>
        <source>%1 is caught at line %2.</source>
        <translation>%1 wird in Zeile %2 abgefangen.</translation>
    </message>
    <message>
        <source>%1 prints an empty line.</source>
        <translation>%1 gibt eine leere Zeile aus.</translation>
    </message>
    <message>
        <source>%1 prints %2</source>
        <translation>%1 gibt %2 aus</translation>
    </message>
    <message>
        <source>%1 writes to stderr: %2</source>
        <translation>%1 schreibt nach stderr: %2</translation>
    </message>
    <message>
        <source>%1 writes %2; the line is not complete yet.</source>
        <translation>%1 schreibt %2; die Zeile ist noch nicht vollständig.</translation>
    </message>
    <message>
        <source>%1 is now %2.</source>
        <translation>%1 ist jetzt %2.</translation>
    </message>
    <message>
        <source>The program has come to its end.</source>
        <translation>Das Programm ist an seinem Ende.</translation>
    </message>
    <message>
        <source>The program asks to exit: %1.</source>
        <translation>Das Programm will sich beenden: %1.</translation>
    </message>
    <message>
        <source>The program ends with an exception that nobody caught: %1.</source>
        <translation>Das Programm endet mit einer Exception, die niemand abgefangen hat: %1.</translation>
    </message>
    <message>
        <source>The run is over, after %1.</source>
        <translation>Der Lauf ist vorbei, nach %1.</translation>
    </message>
    <message>
        <source>The signal %1 arrives.</source>
        <translation>Das Signal %1 kommt an.</translation>
    </message>
    <message>
        <source>Something happens that this version has no words for.</source>
        <translation>Es geschieht etwas, wofür diese Version keine Worte hat.</translation>
    </message>
    <message>
        <source> one turn ago</source>
        <translation> vor einer Runde</translation>
    </message>
    <message>
        <source> %1 turns ago</source>
        <translation> vor %1 Runden</translation>
    </message>
    <message>
        <source>It stood first in the ready queue since turn %1.</source>
        <translation>Er stand seit Runde %1 an der Spitze der Bereit-Schlange.</translation>
    </message>
    <message>
        <source>It stood first in the ready queue.</source>
        <translation>Er stand an der Spitze der Bereit-Schlange.</translation>
    </message>
    <message>
        <source>It stood in the ready queue since turn %1, behind %2.</source>
        <translation>Er stand seit Runde %1 in der Bereit-Schlange, hinter %2.</translation>
    </message>
    <message>
        <source>It stood in the ready queue, behind %1.</source>
        <translation>Er stand in der Bereit-Schlange, hinter %1.</translation>
    </message>
    <message>
        <source>its cancellation was requested</source>
        <translation>sein Abbruch wurde verlangt</translation>
    </message>
    <message>
        <source>it has asked for its own cancellation</source>
        <translation>er hat seinen eigenen Abbruch verlangt</translation>
    </message>
    <message>
        <source>%1 asked for its cancellation</source>
        <translation>%1 hat seinen Abbruch verlangt</translation>
    </message>
    <message>
        <source>%1, which it awaited, was cancelled</source>
        <translation>%1, worauf er gewartet hat, wurde abgebrochen</translation>
    </message>
    <message>
        <source>%1, which it awaited, ended with %2</source>
        <translation>%1, worauf er gewartet hat, endete mit %2</translation>
    </message>
    <message>
        <source>%1, which it awaited, ended with an exception</source>
        <translation>%1, worauf er gewartet hat, endete mit einer Exception</translation>
    </message>
    <message>
        <source>its wait for %1 ended with an exception</source>
        <translation>sein Warten auf %1 endete mit einer Exception</translation>
    </message>
    <message>
        <source>it is there instead of a result</source>
        <translation>sie ist da statt eines Ergebnisses</translation>
    </message>
    <message>
        <source>what it awaited</source>
        <translation>worauf er gewartet hat</translation>
    </message>
    <message>
        <source>%1, which it awaited, is done</source>
        <translation>%1, worauf er gewartet hat, ist fertig</translation>
    </message>
    <message>
        <source>its time for %1 was over at %2</source>
        <translation>seine Zeit für %1 war um bei %2</translation>
    </message>
    <message>
        <source>its wait for %1 is over</source>
        <translation>sein Warten auf %1 ist vorbei</translation>
    </message>
    <message>
        <source>it had given way, and what stood before it in the queue has had its turn</source>
        <translation>er hatte Vorrang gegeben, und was vor ihm in der Schlange stand, ist gelaufen</translation>
    </message>
    <message>
        <source>its %1 ended at %2</source>
        <translation>%1 endete bei %2</translation>
    </message>
    <message>
        <source>%1 has released %2, and it was first in line</source>
        <translation>%1 hat %2 freigegeben, und er war der Erste in der Reihe</translation>
    </message>
    <message>
        <source>it is its turn at %1</source>
        <translation>er ist an der Reihe bei %1</translation>
    </message>
    <message>
        <source>%1 has set %2</source>
        <translation>%1 hat %2 gesetzt</translation>
    </message>
    <message>
        <source>%1 was set</source>
        <translation>%1 wurde gesetzt</translation>
    </message>
    <message>
        <source>%1 has notified %2</source>
        <translation>%1 hat %2 benachrichtigt</translation>
    </message>
    <message>
        <source>%1 has put an item into %2</source>
        <translation>%1 hat ein Element in %2 gelegt</translation>
    </message>
    <message>
        <source>%1 has taken an item out of %2, so there is room</source>
        <translation>%1 hat ein Element aus %2 genommen, also ist Platz</translation>
    </message>
    <message>
        <source>%1, which it awaited through a shield, is done</source>
        <translation>%1, worauf er durch einen Schild gewartet hat, ist fertig</translation>
    </message>
    <message>
        <source>%1 starts: %2 is how %3 cleans up.</source>
        <translation>%1 startet: Mit %2 räumt %3 auf.</translation>
    </message>
    <message>
        <source>%1 starts: %2 created it%3.</source>
        <translation>%1 startet: %2 hat ihn erzeugt%3.</translation>
    </message>
    <message>
        <source>It runs %1 up to the first await that has to wait.</source>
        <translation>Er führt %1 aus bis zum ersten await, das warten muss.</translation>
    </message>
    <message>
        <source>%1 is over before it began: %2.</source>
        <translation>%1 ist vorbei, bevor er begann: %2.</translation>
    </message>
    <message>
        <source>%1 runs again, and an exception is raised where it waited: %2.</source>
        <translation>%1 läuft wieder, und wo er wartete, wird eine Exception ausgelöst: %2.</translation>
    </message>
    <message>
        <source>%1 runs again: %2.</source>
        <translation>%1 läuft wieder: %2.</translation>
    </message>
    <message>
        <source>It could have gone on at %1 and is %2 late, since the loop was held up.</source>
        <translation>Er hätte bei %1 weiterlaufen können und ist %2 zu spät, weil die Schleife aufgehalten wurde.</translation>
    </message>
    <message>
        <source> at line %1</source>
        <translation> in Zeile %1</translation>
    </message>
    <message>
        <source>%1 has to stand in line for %2%3. It is suspended and gives the loop back.</source>
        <translation>%1 muss sich für %2%3 anstellen. Er wird angehalten und gibt die Schleife frei.</translation>
    </message>
    <message>
        <source>%1 wants %2%3, but %4 holds it. It is suspended and stands in line.</source>
        <translation>%1 will %2%3, aber %4 hält es. Er wird angehalten und stellt sich an.</translation>
    </message>
    <message>
        <source>%1 wants %2%3, but no permit is free: it is held by %4. It is suspended and stands in line.</source>
        <translation>%1 will %2%3, aber kein Platz ist frei: gehalten von %4. Er wird angehalten und stellt sich an.</translation>
    </message>
    <message>
        <source>%1 is suspended%2 by %3 until %4. It has given the loop back; others can run.</source>
        <translation>%1 wird%2 durch %3 angehalten bis %4. Er hat die Schleife freigegeben; andere können laufen.</translation>
    </message>
    <message>
        <source>%1 awaits %2%3, which is not done yet. It is suspended and gives the loop back.</source>
        <translation>%1 wartet auf %2%3, und das ist noch nicht fertig. Er wird angehalten und gibt die Schleife frei.</translation>
    </message>
    <message>
        <source>%1 awaits %2%3: it is suspended until the gather has its result.</source>
        <translation>%1 wartet auf %2%3: Er wird angehalten, bis gather sein Ergebnis hat.</translation>
    </message>
    <message>
        <source>%1 waits for %2%3: there is none for it yet. It is suspended and gives the loop back.</source>
        <translation>%1 wartet auf %2%3: Noch ist keines da. Er wird angehalten und gibt die Schleife frei.</translation>
    </message>
    <message>
        <source>%1 waits for %2%3: it is full. It is suspended and gives the loop back.</source>
        <translation>%1 wartet auf %2%3: Es ist voll. Er wird angehalten und gibt die Schleife frei.</translation>
    </message>
    <message>
        <source>%1 is suspended%2: it waits for %3. It has given the loop back.</source>
        <translation>%1 wird%2 angehalten: Er wartet auf %3. Er hat die Schleife freigegeben.</translation>
    </message>
    <message>
        <source>%1 gives way%2: it goes to the end of the ready queue, so that others come first.</source>
        <translation>%1 gibt Vorrang%2: Er geht ans Ende der Bereit-Schlange, damit andere zuerst kommen.</translation>
    </message>
    <message>
        <source>%1 is done.</source>
        <translation>%1 ist fertig.</translation>
    </message>
    <message>
        <source>%1 is done. Its result is %2.</source>
        <translation>%1 ist fertig. Sein Ergebnis ist %2.</translation>
    </message>
    <message>
        <source>%1 ends with an exception that its code did not catch: %2.</source>
        <translation>%1 endet mit einer Exception, die sein Code nicht abgefangen hat: %2.</translation>
    </message>
    <message>
        <source>%1 ends: it is cancelled. Its code has let %2 pass.</source>
        <translation>%1 endet: Er ist abgebrochen. Sein Code hat %2 durchgelassen.</translation>
    </message>
    <message>
        <source>%1 creates %2 for %3: that is how it cleans up.</source>
        <translation>%1 erzeugt %2 für %3: So wird aufgeräumt.</translation>
    </message>
    <message>
        <source>%1 creates %2.</source>
        <translation>%1 erzeugt %2.</translation>
    </message>
    <message>
        <source>%1 creates %2 for %3.</source>
        <translation>%1 erzeugt %2 für %3.</translation>
    </message>
    <message>
        <source>None of its code has run yet.</source>
        <translation>Noch ist nichts von seinem Code gelaufen.</translation>
    </message>
    <message>
        <source>None of its code has run yet: it stands in the ready queue.</source>
        <translation>Noch ist nichts von seinem Code gelaufen: Er steht in der Bereit-Schlange.</translation>
    </message>
    <message>
        <source>None of its code has run yet: it stands in the ready queue, behind %1.</source>
        <translation>Noch ist nichts von seinem Code gelaufen: Er steht in der Bereit-Schlange, hinter %1.</translation>
    </message>
    <message>
        <source>%1 asks for its own cancellation.</source>
        <translation>%1 verlangt seinen eigenen Abbruch.</translation>
    </message>
    <message>
        <source>%1 asks for %2 to be cancelled.</source>
        <translation>%1 verlangt den Abbruch von %2.</translation>
    </message>
    <message>
        <source>It has ended already, so nothing happens.</source>
        <translation>Er ist schon zu Ende, also geschieht nichts.</translation>
    </message>
    <message>
        <source>What it waits for is cancelled: that wakes it, with CancelledError.</source>
        <translation>Worauf er wartet, wird abgebrochen: Das weckt ihn, mit CancelledError.</translation>
    </message>
    <message>
        <source>Its next step will raise CancelledError in it.</source>
        <translation>Sein nächster Schritt wird CancelledError in ihm auslösen.</translation>
    </message>
    <message>
        <source>The task is called %1 from now on.</source>
        <translation>Der Task heißt von jetzt an %1.</translation>
    </message>
    <message>
        <source>a function</source>
        <translation>eine Funktion</translation>
    </message>
    <message>
        <source>somebody wakes it</source>
        <translation>jemand sie weckt</translation>
    </message>
    <message>
        <source>The run was stopped: %1.</source>
        <translation>Der Lauf wurde angehalten: %1.</translation>
    </message>
    <message>
        <source>the hub</source>
        <translation>der Hub</translation>
    </message>
    <message>
        <source>the greenlet %1</source>
        <translation>das Greenlet %1</translation>
    </message>
    <message>
        <source>the main greenlet</source>
        <translation>das Haupt-Greenlet</translation>
    </message>
    <message>
        <source>the main greenlet of %1</source>
        <translation>das Haupt-Greenlet von %1</translation>
    </message>
    <message>
        <source>Now %1 runs; the other threads wait.</source>
        <translation>Jetzt läuft %1; die anderen Threads warten.</translation>
    </message>
    <message>
        <source>%1 is over: the hub goes on.</source>
        <translation>%1 ist zu Ende: Der Hub macht weiter.</translation>
    </message>
    <message>
        <source>%1 waits until %2 and switches to the hub, so that other greenlets can run.</source>
        <translation>%1 wartet bis %2 und schaltet zum Hub um, damit andere Greenlets laufen können.</translation>
    </message>
    <message>
        <source>%1 has to wait and switches to the hub, so that other greenlets can run.</source>
        <translation>%1 muss warten und schaltet zum Hub um, damit andere Greenlets laufen können.</translation>
    </message>
    <message>
        <source>The hub starts %1: it is its turn.</source>
        <translation>Der Hub startet %1: Es ist an der Reihe.</translation>
    </message>
    <message>
        <source>The hub switches to %1: the time that it waited for is over.</source>
        <translation>Der Hub schaltet um, und %1 läuft weiter: Die Zeit, auf die es gewartet hat, ist um.</translation>
    </message>
    <message>
        <source>The hub switches to %1: what it waited for is there.</source>
        <translation>Der Hub schaltet um, und %1 läuft weiter: Worauf es gewartet hat, ist da.</translation>
    </message>
    <message>
        <source>%1 switches to %2, which runs until it switches itself or ends.</source>
        <translation>%1 schaltet um: Jetzt läuft %2, bis es selbst umschaltet oder endet.</translation>
    </message>
    <message>
        <source>The hub begins: it runs the loop and switches to whatever greenlet can go on.</source>
        <translation>Der Hub beginnt: Er lässt die Schleife laufen und schaltet zu dem Greenlet um, das weitermachen kann.</translation>
    </message>
    <message>
        <source>The greenlet %1 begins.</source>
        <translation>Das Greenlet %1 beginnt.</translation>
    </message>
    <message>
        <source>%1 has ended.</source>
        <translation>%1 ist zu Ende.</translation>
    </message>
    <message>
        <source>%1 calls %2: the whole thread stands still until %3, the hub and all greenlets with it.</source>
        <translation>%1 ruft %2 auf: Der ganze Thread steht still, bis %3, und mit ihm der Hub und alle Greenlets.</translation>
    </message>
    <message>
        <source>, after %1</source>
        <translation>, nach %1</translation>
    </message>
    <message>
        <source>A request comes in from outside: %1. The program&apos;s server has to answer it.</source>
        <translation>Eine Anfrage kommt von außen: %1. Der Server des Programms muss sie beantworten.</translation>
    </message>
    <message>
        <source>%1 sends a request: %2. The answer takes its time.</source>
        <translation>%1 schickt eine Anfrage: %2. Die Antwort braucht ihre Zeit.</translation>
    </message>
    <message>
        <source>The request %1 has failed%2.</source>
        <translation>Die Anfrage %1 ist gescheitert%2.</translation>
    </message>
    <message>
        <source>The request %1 has failed%2: %3.</source>
        <translation>Die Anfrage %1 ist gescheitert%2: %3.</translation>
    </message>
    <message>
        <source>The answer to %1 goes out with status %2%3.</source>
        <translation>Die Antwort auf %1 geht hinaus, mit Status %2%3.</translation>
    </message>
    <message>
        <source>The answer to %1 has come with status %2%3.</source>
        <translation>Die Antwort auf %1 ist gekommen, mit Status %2%3.</translation>
    </message>
    <message>
        <source>It was asked for by %1.</source>
        <translation>Gefragt hatte %1.</translation>
    </message>
    <message>
        <source>The process %1 was ended by signal %2%3.</source>
        <translation>Der Prozess %1 wurde durch Signal %2 beendet%3.</translation>
    </message>
    <message>
        <source>The process %1 has ended with status %2%3.</source>
        <translation>Der Prozess %1 hat mit Status %2 geendet%3.</translation>
    </message>
    <message>
        <source>It was started by %1.</source>
        <translation>Gestartet hatte ihn %1.</translation>
    </message>
    <message>
        <source>%1 sends the signal %2 to the process %3.</source>
        <translation>%1 schickt das Signal %2 an den Prozess %3.</translation>
    </message>
    <message>
        <source>The signal %1 arrives, as if somebody pressed Ctrl-C: every request has been answered.</source>
        <translation>Das Signal %1 kommt an, als hätte jemand Strg-C gedrückt: Alle Anfragen sind beantwortet.</translation>
    </message>
    <message>
        <source>Somebody presses Ctrl-C: the signal %1 arrives.</source>
        <translation>Jemand drückt Strg-C: Das Signal %1 kommt an.</translation>
    </message>
    <message>
        <source>The signal %1 arrives from outside.</source>
        <translation>Das Signal %1 kommt von außen an.</translation>
    </message>
    <message>
        <source>%1 starts the process %2, which runs beside the program.</source>
        <translation>%1 startet den Prozess %2, der neben dem Programm läuft.</translation>
    </message>
    <message>
        <source>%1 has handed a mail to the server: %2.</source>
        <translation>%1 hat dem Server eine Mail übergeben: %2.</translation>
    </message>
    <message>
        <source>the wait of %1</source>
        <translation>das Warten von %1</translation>
    </message>
</context>
<context>
    <name>loopline::ui::GoToDialog</name>
    <message>
        <source>Go to anything</source>
        <translation>Gehe zu …</translation>
    </message>
    <message>
        <source>A lesson, task, printed line, cue, command, line number or time</source>
        <translation>Lektion, Task, ausgegebene Zeile, Hinweis, Befehl, Zeilennummer oder Zeit</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Handout</name>
    <message>
        <source>Question %1:</source>
        <translation>Frage %1:</translation>
    </message>
    <message>
        <source>Timelines</source>
        <translation>Zeitleisten</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>run its program to see</source>
        <translation>das Programm laufen lassen und nachsehen</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 kann nicht geschrieben werden: %2.</translation>
    </message>
</context>
<context>
    <name>loopline::ui::HeaderBar</name>
    <message>
        <source>Axis</source>
        <translation>Achse</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Elastic</source>
        <translation>Elastisch</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Proportional to time (1)</source>
        <translation>Proportional zur Zeit (1)</translation>
    </message>
    <message>
        <source>Busy instants stretched, idle time compressed (2)</source>
        <translation>Volle Augenblicke gedehnt, leere Zeit gestaucht (2)</translation>
    </message>
    <message>
        <source>Every event the same width (3)</source>
        <translation>Jedes Ereignis gleich breit (3)</translation>
    </message>
    <message>
        <source>Lesson: %1</source>
        <translation>Lektion: %1</translation>
    </message>
</context>
<context>
    <name>loopline::ui::HelpDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Signs</source>
        <translation>Zeichen</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Find a word</source>
        <translation>Wort suchen</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Hints</name>
    <message>
        <source>&apos;%1&apos; makes a coroutine that nobody awaits, so nothing of it runs. Write &apos;await %2&apos; to wait for it, or &apos;asyncio.create_task(%3)&apos; to let it run beside.</source>
        <translation>&apos;%1&apos; erzeugt eine Coroutine, auf die niemand mit await wartet; nichts davon läuft. Mit &apos;await %2&apos; wird auf sie gewartet, mit &apos;asyncio.create_task(%3)&apos; läuft sie nebenher.</translation>
    </message>
    <message>
        <source>The result of gather() is not awaited: the coroutine goes on at once, and what goes wrong is lost. Write &apos;await %1&apos;.</source>
        <translation>Auf das Ergebnis von gather() wird nicht gewartet: Die Coroutine geht sofort weiter, und was schiefgeht, ist verloren. Schreiben Sie &apos;await %1&apos;.</translation>
    </message>
    <message>
        <source>Nothing keeps the task. The loop itself only remembers it weakly, so that it may vanish before it is done; keep it in a variable or a set, and await it: &apos;task = %1&apos;.</source>
        <translation>Nichts hält den Task fest. Die Schleife selbst merkt ihn sich nur schwach, sodass er verschwinden kann, bevor er fertig ist. Halte ihn in einer Variable oder Menge fest und warte auf ihn: &apos;task = %1&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; returns a coroutine, which this does not wait for: it takes a second await. Write &apos;await (await %2)&apos;, or let the coroutine return what it awaited.</source>
        <translation>&apos;%1&apos; gibt eine Coroutine zurück, auf die hier nicht gewartet wird: Dazu braucht es ein zweites await. Schreiben Sie &apos;await (await %2)&apos; oder lassen Sie die Coroutine zurückgeben, worauf sie gewartet hat.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; returns a task, which this does not wait for: it takes a second await. Write &apos;await (await %2)&apos;, or let the coroutine return what it awaited.</source>
        <translation>&apos;%1&apos; gibt einen Task zurück, auf den hier nicht gewartet wird: Dazu braucht es ein zweites await. Schreiben Sie &apos;await (await %2)&apos; oder lassen Sie die Coroutine zurückgeben, worauf sie gewartet hat.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; returns a future, which this does not wait for: it takes a second await. Write &apos;await (await %2)&apos;, or let the coroutine return what it awaited.</source>
        <translation>&apos;%1&apos; gibt ein Future zurück, auf das hier nicht gewartet wird: Dazu braucht es ein zweites await. Schreiben Sie &apos;await (await %2)&apos; oder lassen Sie die Coroutine zurückgeben, worauf sie gewartet hat.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a coroutine function and cannot be awaited; call it: &apos;await %2()&apos;.</source>
        <translation>&apos;%1&apos; ist eine Coroutine-Funktion; auf sie selbst kann man nicht warten. Rufe sie auf: &apos;await %2()&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is an asynchronous generator, which gives its values one by one; write &apos;async for item in %2&apos;.</source>
        <translation>&apos;%1&apos; ist ein asynchroner Generator, der seine Werte einen nach dem anderen liefert; schreibe &apos;async for item in %2&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; gives a future for threads, which cannot be awaited; write &apos;await asyncio.wrap_future(%2)&apos;.</source>
        <translation>&apos;%1&apos; liefert ein Future für Threads, auf das man mit await nicht warten kann; schreibe &apos;await asyncio.wrap_future(%2)&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is nothing that can be awaited: await takes coroutines, tasks and futures.</source>
        <translation>Auf &apos;%1&apos; kann man nicht warten: await nimmt Coroutinen, Tasks und Futures.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is nothing that can be awaited: await takes coroutines, tasks and futures. Make it &apos;async def&apos;, or leave &apos;await&apos; out.</source>
        <translation>Auf &apos;%1&apos; kann man nicht warten: await nimmt Coroutinen, Tasks und Futures. Mach es zu &apos;async def&apos; oder lass &apos;await&apos; weg.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is nothing that can be awaited: await takes coroutines, tasks and futures. Use %2.</source>
        <translation>Auf &apos;%1&apos; kann man nicht warten: await nimmt Coroutinen, Tasks und Futures. Verwenden Sie %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is nothing that can be awaited: await takes coroutines, tasks and futures. To wait for all of a list write &apos;await asyncio.gather(*%2)&apos;.</source>
        <translation>Auf &apos;%1&apos; kann man nicht warten: await nimmt Coroutinen, Tasks und Futures. Auf alle einer Liste wartet &apos;await asyncio.gather(*%2)&apos;.</translation>
    </message>
    <message>
        <source>The task is awaited where it is made, so that nothing runs beside it: &apos;await %1&apos; does the same. To run several at once make all tasks first and await them afterwards.</source>
        <translation>Auf den Task wird gewartet, wo er entsteht, sodass nichts neben ihm läuft: &apos;await %1&apos; tut dasselbe. Damit mehrere zugleich laufen, erst alle Tasks erzeugen und danach auf sie warten.</translation>
    </message>
    <message>
        <source>asyncio.run() starts a loop of its own, which a running loop does not allow: RuntimeError. Write &apos;await %1&apos;.</source>
        <translation>asyncio.run() startet eine eigene Schleife, was eine laufende Schleife nicht erlaubt: RuntimeError. Schreiben Sie &apos;await %1&apos;.</translation>
    </message>
    <message>
        <source>A loop that runs already cannot be run again: RuntimeError. Write &apos;await %1&apos;.</source>
        <translation>Eine Schleife, die schon läuft, kann nicht noch einmal gestartet werden: RuntimeError. Schreiben Sie &apos;await %1&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; blocks the whole loop: no other task runs until it returns. Use %2.</source>
        <translation>&apos;%1&apos; blockiert die ganze Schleife: Kein anderer Task läuft, bis es zurückkehrt. Verwenden Sie %2.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; calls %2, which blocks the whole loop: no other task runs until it returns. Write &apos;await asyncio.to_thread(%3, …)&apos;.</source>
        <translation>&apos;%1&apos; ruft %2 auf, was die ganze Schleife blockiert: Kein anderer Task läuft, bis es zurückkehrt. Schreiben Sie &apos;await asyncio.to_thread(%3, …)&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; only calls &apos;%2&apos;, which makes a coroutine that nobody awaits. Pass a plain function that starts it: &apos;lambda: asyncio.create_task(%3())&apos;.</source>
        <translation>&apos;%1&apos; ruft &apos;%2&apos; nur auf; dabei entsteht eine Coroutine, auf die niemand wartet. Übergib eine gewöhnliche Funktion, die sie startet: &apos;lambda: asyncio.create_task(%3())&apos;.</translation>
    </message>
    <message>
        <source>&apos;%1&apos; is a coroutine function; &apos;%2&apos; takes what calling it gives. Write &apos;%3&apos;.</source>
        <translation>&apos;%1&apos; ist eine Coroutine-Funktion; &apos;%2&apos; nimmt, was ihr Aufruf liefert. Schreiben Sie &apos;%3&apos;.</translation>
    </message>
    <message>
        <source>The thread only calls &apos;%1&apos;, which makes a coroutine that nobody awaits. Write &apos;target=asyncio.run, args=(%2(),)&apos;.</source>
        <translation>Der Thread ruft &apos;%1&apos; nur auf; dabei entsteht eine Coroutine, auf die niemand wartet. Schreiben Sie &apos;target=asyncio.run, args=(%2(),)&apos;.</translation>
    </message>
    <message>
        <source>, or </source>
        <translation> oder </translation>
    </message>
</context>
<context>
    <name>loopline::ui::HintsView</name>
    <message>
        <source>Hints</source>
        <translation>Tipps</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>Shows the place in the code</source>
        <translation>Zeigt die Stelle im Code</translation>
    </message>
</context>
<context>
    <name>loopline::ui::HistoryDialog</name>
    <message>
        <source>Your predictions</source>
        <translation>Ihre Vorhersagen</translation>
    </message>
    <message>
        <source>Kept on this computer only, shown to nobody else.</source>
        <translation>Nur auf diesem Rechner aufbewahrt, niemandem sonst gezeigt.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Forget this lesson&apos;s</source>
        <translation>Die dieser Lektion vergessen</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alle vergessen</translation>
    </message>
    <message>
        <source>Forget what you predicted in this lesson?</source>
        <translation>Ihre Vorhersagen in dieser Lektion vergessen?</translation>
    </message>
    <message>
        <source>Forget all that you predicted?</source>
        <translation>Alle Ihre Vorhersagen vergessen?</translation>
    </message>
    <message>
        <source>Nothing predicted yet. Ctrl+P asks the first question.</source>
        <translation>Noch nichts vorhergesagt. Strg+P stellt die erste Frage.</translation>
    </message>
    <message>
        <source>%1 of %2 right</source>
        <translation>%1 von %2 richtig</translation>
    </message>
    <message>
        <source> · in this lesson %1 of %2</source>
        <translation> · in dieser Lektion %1 von %2</translation>
    </message>
    <message>
        <source>Forget predictions</source>
        <translation>Vorhersagen vergessen</translation>
    </message>
    <message>
        <source>Export predictions</source>
        <translation>Vorhersagen exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Inspector</name>
    <message>
        <source>State at the playhead</source>
        <translation>Zustand am Abspielkopf</translation>
    </message>
    <message>
        <source>Ready queue</source>
        <translation>Bereit-Schlange</translation>
    </message>
    <message>
        <source>Timers</source>
        <translation>Timer</translation>
    </message>
    <message>
        <source>none set</source>
        <translation>keine gesetzt</translation>
    </message>
    <message>
        <source>Who waits for whom</source>
        <translation>Wer wartet auf wen</translation>
    </message>
    <message>
        <source>Stack and variables</source>
        <translation>Stapel und Variablen</translation>
    </message>
    <message>
        <source>Locks, queues and others</source>
        <translation>Locks, Queues und andere</translation>
    </message>
    <message>
        <source>Threads and loops</source>
        <translation>Threads und Schleifen</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Konsole</translation>
    </message>
    <message>
        <source>— nothing yet —</source>
        <translation>— noch nichts —</translation>
    </message>
    <message>
        <source>Warnings</source>
        <translation>Warnungen</translation>
    </message>
    <message>
        <source>State of run</source>
        <translation>Zustand des Laufs</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>Schritt %1 von %2</translation>
    </message>
    <message>
        <source>Stack and variables · %1</source>
        <translation>Stapel und Variablen · %1</translation>
    </message>
    <message>
        <source>not in any function now</source>
        <translation>jetzt in keiner Funktion</translation>
    </message>
    <message>
        <source>not recorded at this detail</source>
        <translation>mit diesem Detail nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>%L1 tasks: too many for a tree</source>
        <translation>%L1 Tasks: zu viele für einen Baum</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>niemand wartet</translation>
    </message>
    <message>
        <source>Console · %1</source>
        <translation>Konsole · %1</translation>
    </message>
    <message>
        <source>Hints</source>
        <translation>Tipps</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Jump</name>
    <message>
        <source>Nothing has been recorded yet.</source>
        <translation>Noch ist nichts aufgezeichnet.</translation>
    </message>
    <message>
        <source>That is after the end, which is at %1.</source>
        <translation>Das ist nach dem Ende bei %1.</translation>
    </message>
    <message>
        <source>There are %1 steps.</source>
        <translation>Es gibt %1 Schritte.</translation>
    </message>
    <message>
        <source>There are %1 events.</source>
        <translation>Es gibt %1 Ereignisse.</translation>
    </message>
    <message>
        <source>Line %1 does not run in this recording.</source>
        <translation>Zeile %1 läuft in dieser Aufzeichnung nicht.</translation>
    </message>
</context>
<context>
    <name>loopline::ui::JumpPopup</name>
    <message>
        <source>Go to a time, step, event or line</source>
        <translation>Gehe zu Zeit, Schritt, Ereignis oder Zeile</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>&lt;code&gt;1.5 s&lt;/code&gt; a time · &lt;code&gt;21&lt;/code&gt; a step · &lt;code&gt;line 8&lt;/code&gt; the next run of a line · &lt;code&gt;#120&lt;/code&gt; an event</source>
        <translation>&lt;code&gt;1.5 s&lt;/code&gt; eine Zeit · &lt;code&gt;21&lt;/code&gt; ein Schritt · &lt;code&gt;line 8&lt;/code&gt; der nächste Lauf einer Zeile · &lt;code&gt;#120&lt;/code&gt; ein Ereignis</translation>
    </message>
    <message>
        <source>That is no time, step, event or line.</source>
        <translation>Das ist weder Zeit noch Schritt, Ereignis oder Zeile.</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Labels</name>
    <message>
        <source>a thread</source>
        <translation>ein Thread</translation>
    </message>
    <message>
        <source>news from outside</source>
        <translation>etwas von außen</translation>
    </message>
    <message>
        <source>something</source>
        <translation>etwas</translation>
    </message>
    <message>
        <source>gather of %1</source>
        <translation>gather von %1</translation>
    </message>
    <message>
        <source>due at %1, cannot run: %2 late</source>
        <translation>fällig um %1, kann nicht laufen: %2 zu spät</translation>
    </message>
    <message>
        <source>ready at %1, cannot run: %2 late</source>
        <translation>bereit um %1, kann nicht laufen: %2 zu spät</translation>
    </message>
    <message>
        <source>%1 blocks the loop</source>
        <translation>%1 blockiert die Schleife</translation>
    </message>
    <message>
        <source>%1 in %2 blocks the loop</source>
        <translation>%1 in %2 blockiert die Schleife</translation>
    </message>
    <message>
        <source>, held by %1</source>
        <translation>, gehalten von %1</translation>
    </message>
    <message>
        <source>, overdue since %1</source>
        <translation>, überfällig seit %1</translation>
    </message>
    <message>
        <source> until %1</source>
        <translation> bis %1</translation>
    </message>
    <message>
        <source>turn %1</source>
        <translation>Runde %1</translation>
    </message>
</context>
<context>
    <name>loopline::ui::LessonListModel</name>
    <message>
        <source>My scenarios</source>
        <translation>Meine Szenarien</translation>
    </message>
    <message>
        <source>Chapter %1</source>
        <translation>Kapitel %1</translation>
    </message>
    <message>
        <source>%1, done</source>
        <translation>%1, fertig</translation>
    </message>
    <message>
        <source>%1, begun</source>
        <translation>%1, begonnen</translation>
    </message>
    <message>
        <source>%1, new</source>
        <translation>%1, neu</translation>
    </message>
</context>
<context>
    <name>loopline::ui::LessonPanel</name>
    <message>
        <source>New lesson…</source>
        <translation>Neue Lektion…</translation>
    </message>
    <message>
        <source>Find a lesson</source>
        <translation>Lektion suchen</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Lektionen</translation>
    </message>
    <message>
        <source>No lesson has “%1” in its title, text or code.</source>
        <translation>Keine Lektion hat „%1“ in Titel, Text oder Code.</translation>
    </message>
</context>
<context>
    <name>loopline::ui::LessonSession</name>
    <message>
        <source>%1 cannot be read.</source>
        <translation>%1 kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This recording is unfinished.</source>
        <translation>Diese Aufzeichnung ist unvollendet.</translation>
    </message>
</context>
<context>
    <name>loopline::ui::MainWindow</name>
    <message>
        <source>Edit code</source>
        <translation>Code ändern</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;New lesson…</source>
        <translation>&amp;Neue Lektion…</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Code</source>
        <translation>&amp;Code</translation>
    </message>
    <message>
        <source>&amp;Edit code</source>
        <translation>Code ä&amp;ndern</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Ausführen</translation>
    </message>
    <message>
        <source>&amp;Stop the run</source>
        <translation>Lauf an&amp;halten</translation>
    </message>
    <message>
        <source>Back to the &amp;original</source>
        <translation>Zurück zum &amp;Original</translation>
    </message>
    <message>
        <source>S&amp;how</source>
        <translation>&amp;Zeigen</translation>
    </message>
    <message>
        <source>&amp;Predict what comes next</source>
        <translation>&amp;Vorhersagen, was kommt</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>Schri&amp;tt</translation>
    </message>
    <message>
        <source>&amp;Play or pause</source>
        <translation>Abs&amp;pielen oder Pause</translation>
    </message>
    <message>
        <source>One step &amp;on</source>
        <translation>Ein Schritt &amp;weiter</translation>
    </message>
    <message>
        <source>One step &amp;back</source>
        <translation>Ein Schritt &amp;zurück</translation>
    </message>
    <message>
        <source>Next switch</source>
        <translation>Nächster Wechsel</translation>
    </message>
    <message>
        <source>Previous switch</source>
        <translation>Voriger Wechsel</translation>
    </message>
    <message>
        <source>Next turn</source>
        <translation>Nächste Runde</translation>
    </message>
    <message>
        <source>Previous turn</source>
        <translation>Vorige Runde</translation>
    </message>
    <message>
        <source>Next cue</source>
        <translation>Nächster Hinweis</translation>
    </message>
    <message>
        <source>Previous cue</source>
        <translation>Voriger Hinweis</translation>
    </message>
    <message>
        <source>A tenth on</source>
        <translation>Ein Zehntel weiter</translation>
    </message>
    <message>
        <source>A tenth back</source>
        <translation>Ein Zehntel zurück</translation>
    </message>
    <message>
        <source>To the &amp;start</source>
        <translation>Zum &amp;Anfang</translation>
    </message>
    <message>
        <source>To the &amp;end</source>
        <translation>Zum &amp;Ende</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Axis: &amp;time</source>
        <translation>Achse: &amp;Zeit</translation>
    </message>
    <message>
        <source>Axis: &amp;elastic</source>
        <translation>Achse: &amp;elastisch</translation>
    </message>
    <message>
        <source>Axis: &amp;steps</source>
        <translation>Achse: &amp;Schritte</translation>
    </message>
    <message>
        <source>&amp;Lanes</source>
        <translation>S&amp;puren</translation>
    </message>
    <message>
        <source>&amp;Marks</source>
        <translation>&amp;Marken</translation>
    </message>
    <message>
        <source>&amp;List of lessons</source>
        <translation>&amp;Liste der Lektionen</translation>
    </message>
    <message>
        <source>&amp;Find a lesson</source>
        <translation>Lektion &amp;suchen</translation>
    </message>
    <message>
        <source>&amp;Go to anything…</source>
        <translation>&amp;Gehe zu …</translation>
    </message>
    <message>
        <source>&amp;Clear the selection</source>
        <translation>Auswahl auf&amp;heben</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys, signs and words</source>
        <translation>&amp;Tasten, Zeichen und Wörter</translation>
    </message>
    <message>
        <source>&amp;Five tips</source>
        <translation>&amp;Fünf Tipps</translation>
    </message>
    <message>
        <source>&amp;Start page</source>
        <translation>&amp;Startseite</translation>
    </message>
    <message>
        <source>Loopline</source>
        <translation>Loopline</translation>
    </message>
    <message>
        <source>lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>file</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>printed line</source>
        <translation>ausgegebene Zeile</translation>
    </message>
    <message>
        <source>cue at line %1</source>
        <translation>Hinweis in Zeile %1</translation>
    </message>
    <message>
        <source>cue</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>first run of a line</source>
        <translation>erster Lauf einer Zeile</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>My lesson</source>
        <translation>Meine Lektion</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>There are changes to this file that were not saved last time.</source>
        <translation>Zu dieser Datei gibt es Änderungen, die letztes Mal nicht gespeichert wurden.</translation>
    </message>
    <message>
        <source>Bring them back</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Lessons, scripts and recordings (*.md *.markdown *.rst *.txt *.py *.loopline);;All files (*)</source>
        <translation>Lektionen, Skripte und Aufzeichnungen (*.md *.markdown *.rst *.txt *.py *.loopline);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A recording cannot be edited. Open the lesson or script that it was made of.</source>
        <translation>Eine Aufzeichnung lässt sich nicht ändern. Öffnen Sie die Lektion oder das Skript, aus dem sie entstand.</translation>
    </message>
    <message>
        <source>Python (*.py)</source>
        <translation>Python (*.py)</translation>
    </message>
    <message>
        <source>Lessons (*.md)</source>
        <translation>Lektionen (*.md)</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>New lesson</source>
        <translation>Neue Lektion</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>Wie heißt sie?</translation>
    </message>
    <message>
        <source>Running: %L1 events, %2 of virtual time</source>
        <translation>Läuft: %L1 Ereignisse, %2 virtuelle Zeit</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>Aufzeichnung</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
    <message>
        <source>your version</source>
        <translation>Ihre Fassung</translation>
    </message>
    <message>
        <source>%1 – Loopline</source>
        <translation>%1 – Loopline</translation>
    </message>
    <message>
        <source>The program runs…</source>
        <translation>Das Programm läuft…</translation>
    </message>
    <message>
        <source>The run was stopped; what was recorded until then is shown.</source>
        <translation>Der Lauf wurde angehalten; zu sehen ist, was bis dahin aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>Show where</source>
        <translation>Zeigen wo</translation>
    </message>
    <message>
        <source>The code has changed. The timelines show the last run.</source>
        <translation>Der Code hat sich geändert. Die Zeitleisten zeigen den letzten Lauf.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>play or pause</source>
        <translation>abspielen oder Pause</translation>
    </message>
    <message>
        <source>one step on, back</source>
        <translation>ein Schritt weiter, zurück</translation>
    </message>
    <message>
        <source>Shift+→ ←</source>
        <translation>Umschalt+→ ←</translation>
    </message>
    <message>
        <source>next, previous switch</source>
        <translation>nächster, voriger Wechsel</translation>
    </message>
    <message>
        <source>Ctrl+→ ←</source>
        <translation>Strg+→ ←</translation>
    </message>
    <message>
        <source>next, previous turn of the loop</source>
        <translation>nächste, vorige Runde der Schleife</translation>
    </message>
    <message>
        <source>next, previous cue</source>
        <translation>nächster, voriger Hinweis</translation>
    </message>
    <message>
        <source>next, previous printed line</source>
        <translation>nächste, vorige ausgegebene Zeile</translation>
    </message>
    <message>
        <source>Alt+→ ←</source>
        <translation>Alt+→ ←</translation>
    </message>
    <message>
        <source>next, previous line of code</source>
        <translation>nächste, vorige Codezeile</translation>
    </message>
    <message>
        <source>L  Shift+L</source>
        <translation>L  Umschalt+L</translation>
    </message>
    <message>
        <source>run to the selected line, back to it</source>
        <translation>weiter bis zur gewählten Zeile, zurück zu ihr</translation>
    </message>
    <message>
        <source>J  Shift+J</source>
        <translation>J  Umschalt+J</translation>
    </message>
    <message>
        <source>next, last time the selected task runs</source>
        <translation>nächstes, letztes Mal, dass der gewählte Task läuft</translation>
    </message>
    <message>
        <source>go to a time, step or line</source>
        <translation>gehe zu Zeit, Schritt oder Zeile</translation>
    </message>
    <message>
        <source>PgDn PgUp</source>
        <translation>Bild↓ Bild↑</translation>
    </message>
    <message>
        <source>a tenth on, back</source>
        <translation>ein Zehntel weiter, zurück</translation>
    </message>
    <message>
        <source>Home End</source>
        <translation>Pos1 Ende</translation>
    </message>
    <message>
        <source>to the start, to the end</source>
        <translation>zum Anfang, zum Ende</translation>
    </message>
    <message>
        <source>axis: time, elastic, steps</source>
        <translation>Achse: Zeit, elastisch, Schritte</translation>
    </message>
    <message>
        <source>zoom in, out, show all</source>
        <translation>näher, ferner, alles zeigen</translation>
    </message>
    <message>
        <source>find a task</source>
        <translation>Task suchen</translation>
    </message>
    <message>
        <source>fold the selected group, pin the selected lane</source>
        <translation>gewählte Gruppe einklappen, gewählte Spur anheften</translation>
    </message>
    <message>
        <source>Ctrl+Shift+↑ ↓</source>
        <translation>Strg+Umschalt+↑ ↓</translation>
    </message>
    <message>
        <source>move the selected lane</source>
        <translation>gewählte Spur verschieben</translation>
    </message>
    <message>
        <source>a stretch begins, ends here: what happened in it</source>
        <translation>ein Abschnitt beginnt, endet hier: was darin geschah</translation>
    </message>
    <message>
        <source>bookmark, note</source>
        <translation>Lesezeichen, Notiz</translation>
    </message>
    <message>
        <source>the timeline as a table, queues over time</source>
        <translation>Zeitleiste als Tabelle, Schlangen über die Zeit</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>clear the selection</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>to the next pane</source>
        <translation>zum nächsten Bereich</translation>
    </message>
    <message>
        <source>the list of lessons, there or not</source>
        <translation>die Liste der Lektionen, zu sehen oder nicht</translation>
    </message>
    <message>
        <source>find a lesson</source>
        <translation>Lektion suchen</translation>
    </message>
    <message>
        <source>go to anything</source>
        <translation>gehe zu …</translation>
    </message>
    <message>
        <source>edit code</source>
        <translation>Code ändern</translation>
    </message>
    <message>
        <source>run</source>
        <translation>ausführen</translation>
    </message>
    <message>
        <source>predict what comes next</source>
        <translation>vorhersagen, was kommt</translation>
    </message>
    <message>
        <source>export</source>
        <translation>exportieren</translation>
    </message>
    <message>
        <source>Ctrl++  Ctrl+−</source>
        <translation>Strg++  Strg+−</translation>
    </message>
    <message>
        <source>larger, smaller text</source>
        <translation>größere, kleinere Schrift</translation>
    </message>
    <message>
        <source>Alt+Home</source>
        <translation>Alt+Pos1</translation>
    </message>
    <message>
        <source>the start page</source>
        <translation>die Startseite</translation>
    </message>
    <message>
        <source>this page</source>
        <translation>diese Seite</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the &amp;desktop</source>
        <translation>Wie der Schreib&amp;tisch</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Da&amp;rk</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>Hoher &amp;Kontrast</translation>
    </message>
    <message>
        <source>Te&amp;xt size</source>
        <translation>&amp;Schriftgröße</translation>
    </message>
    <message>
        <source>&amp;Larger</source>
        <translation>&amp;Größer</translation>
    </message>
    <message>
        <source>&amp;Smaller</source>
        <translation>&amp;Kleiner</translation>
    </message>
    <message>
        <source>As the &amp;desktop has it</source>
        <translation>Wie der Schreib&amp;tisch sie hat</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Sp&amp;rache</translation>
    </message>
    <message>
        <source>La&amp;yout as it was at first</source>
        <translation>Anordnung &amp;wie am Anfang</translation>
    </message>
    <message>
        <source>Lessons by chapter</source>
        <translation>Lektionen nach Kapiteln</translation>
    </message>
    <message>
        <source>Start at the top. A half circle is a lesson you have begun, a full one is done. Ctrl+F finds a lesson.</source>
        <translation>Beginnen Sie oben. Ein halber Kreis ist eine begonnene Lektion, ein voller eine fertige. Strg+F sucht eine Lektion.</translation>
    </message>
    <message>
        <source>The code, as it runs</source>
        <translation>Der Code, während er läuft</translation>
    </message>
    <message>
        <source>The bright line runs now. Where a task waits, its name stands in the margin. Remarks appear under their line.</source>
        <translation>Die helle Zeile läuft jetzt. Wo ein Task wartet, steht sein Name am Rand. Bemerkungen erscheinen unter ihrer Zeile.</translation>
    </message>
    <message>
        <source>The same run over time</source>
        <translation>Derselbe Lauf über die Zeit</translation>
    </message>
    <message>
        <source>The loop first, then a lane for each task: full colour runs, outlined waits, dashed is ready. Drag the red line, or click a lane to follow its task.</source>
        <translation>Zuerst die Schleife, dann eine Spur für jeden Task: volle Farbe läuft, umrandet wartet, gestrichelt ist bereit. Ziehen Sie die rote Linie, oder klicken Sie auf eine Spur, um ihrem Task zu folgen.</translation>
    </message>
    <message>
        <source>What happens now, and why</source>
        <translation>Was jetzt geschieht, und warum</translation>
    </message>
    <message>
        <source>The sentence above explains the step. Below it: who runs next, which timers are set, who waits for whom.</source>
        <translation>Der Satz oben erklärt den Schritt. Darunter: wer als Nächstes läuft, welche Timer gesetzt sind, wer auf wen wartet.</translation>
    </message>
    <message>
        <source>Step in both directions</source>
        <translation>Schritte in beide Richtungen</translation>
    </message>
    <message>
        <source>The right and left arrow keys step, Space plays. Choose how large a step is. The question mark shows all keys.</source>
        <translation>Die Pfeiltasten rechts und links gehen Schritt für Schritt, die Leertaste spielt ab. Wählen Sie, wie groß ein Schritt ist. Das Fragezeichen zeigt alle Tasten.</translation>
    </message>
    <message>
        <source>This question has no answer in the run.</source>
        <translation>Auf diese Frage hat der Lauf keine Antwort.</translation>
    </message>
    <message>
        <source>Your pre&amp;dictions…</source>
        <translation>Ihre Vor&amp;hersagen…</translation>
    </message>
    <message>
        <source>Edit the whole &amp;text</source>
        <translation>Den ganzen &amp;Text ändern</translation>
    </message>
    <message>
        <source>Save as a scenario of your own</source>
        <translation>Als eigenes Szenario speichern</translation>
    </message>
    <message>
        <source>Python (*.py);;Lesson (*.md)</source>
        <translation>Python (*.py);;Lektion (*.md)</translation>
    </message>
    <message>
        <source>Saved as %1; it stands under “My scenarios”.</source>
        <translation>Als %1 gespeichert; es steht unter „Meine Szenarien“.</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source> (line %1)</source>
        <translation> (Zeile %1)</translation>
    </message>
    <message>
        <source>This is not Python%1: %2</source>
        <translation>Das ist kein Python%1: %2</translation>
    </message>
    <message>
        <source>The program ended with an exception that it did not catch%1: %2</source>
        <translation>Das Programm endete mit einer Ausnahme, die es nicht gefangen hat%1: %2</translation>
    </message>
    <message>
        <source>The server waits for ever: nobody connects any more.</source>
        <translation>Der Server wartet für immer: Niemand verbindet sich mehr.</translation>
    </message>
    <message>
        <source>Deadlock: the program waits for ever. “Who waits for whom” shows the circle.</source>
        <translation>Deadlock: Das Programm wartet für immer. „Wer wartet auf wen“ zeigt den Kreis.</translation>
    </message>
    <message>
        <source>Stopped at a limit: %1. What was recorded until then is shown.</source>
        <translation>An einer Grenze angehalten: %1. Gezeigt wird, was bis dahin aufgezeichnet wurde.</translation>
    </message>
    <message>
        <source>This recording is unfinished; what it holds is shown.</source>
        <translation>Diese Aufzeichnung ist unvollständig; gezeigt wird, was sie enthält.</translation>
    </message>
    <message>
        <source>A large recording: %L1 events. Lists show their first 200 entries; zoom in to tell slices apart.</source>
        <translation>Eine große Aufzeichnung: %L1 Ereignisse. Listen zeigen ihre ersten 200 Einträge; vergrößert lassen sich Abschnitte unterscheiden.</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen …</translation>
    </message>
    <message>
        <source>Begin with the first lesson</source>
        <translation>Mit der ersten Lektion beginnen</translation>
    </message>
    <message>
        <source>Reading %1…</source>
        <translation>%1 wird gelesen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>This file cannot be shown</source>
        <translation>Diese Datei kann nicht gezeigt werden</translation>
    </message>
    <message>
        <source>%L1 events · %2 of its own time</source>
        <translation>%L1 Ereignisse · %2 seiner eigenen Zeit</translation>
    </message>
    <message>
        <source>Stop and show what there is</source>
        <translation>Anhalten und zeigen, was da ist</translation>
    </message>
    <message>
        <source>Nothing is open</source>
        <translation>Nichts ist geöffnet</translation>
    </message>
    <message>
        <source>Choose a lesson on the left, or drop a lesson, a script or a recording here.</source>
        <translation>Wählen Sie links eine Lektion, oder ziehen Sie eine Lektion, ein Skript oder eine Aufzeichnung hierher.</translation>
    </message>
    <message>
        <source>There is no Python in this text</source>
        <translation>In diesem Text steht kein Python</translation>
    </message>
    <message>
        <source>A block between ```python and ``` is what runs.</source>
        <translation>Was läuft, ist ein Block zwischen ```python und ```.</translation>
    </message>
    <message>
        <source>This is not Python yet</source>
        <translation>Das ist noch kein Python</translation>
    </message>
    <message>
        <source>Put it right, then run again with Ctrl+R.</source>
        <translation>Berichtigen Sie es und lassen Sie es mit Strg+R noch einmal laufen.</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet</source>
        <translation>Noch ist nichts aufgezeichnet</translation>
    </message>
    <message>
        <source>Run the program with Ctrl+R to see its timeline.</source>
        <translation>Lassen Sie das Programm mit Strg+R laufen, um seine Zeitleiste zu sehen.</translation>
    </message>
    <message>
        <source>Open another…</source>
        <translation>Andere öffnen …</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Narrator</name>
    <message>
        <source>Nothing has happened yet. Press → to take the first step.</source>
        <translation>Noch ist nichts geschehen. → macht den ersten Schritt.</translation>
    </message>
    <message>
        <source>t = %1</source>
        <translation>t = %1</translation>
    </message>
    <message>
        <source>turn %1 · t = %2</source>
        <translation>Runde %1 · t = %2</translation>
    </message>
</context>
<context>
    <name>loopline::ui::ObjectNames</name>
    <message>
        <source>future</source>
        <translation>Future</translation>
    </message>
    <message>
        <source>gather</source>
        <translation>gather</translation>
    </message>
    <message>
        <source>lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Event</translation>
    </message>
    <message>
        <source>condition</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>semaphore</source>
        <translation>Semaphore</translation>
    </message>
    <message>
        <source>barrier</source>
        <translation>Barrier</translation>
    </message>
    <message>
        <source>queue</source>
        <translation>Queue</translation>
    </message>
    <message>
        <source>task group</source>
        <translation>TaskGroup</translation>
    </message>
    <message>
        <source>executor</source>
        <translation>Executor</translation>
    </message>
    <message>
        <source>thread lock</source>
        <translation>Thread-Lock</translation>
    </message>
    <message>
        <source>thread queue</source>
        <translation>Thread-Queue</translation>
    </message>
    <message>
        <source>process</source>
        <translation>Prozess</translation>
    </message>
    <message>
        <source>connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>object</source>
        <translation>Objekt</translation>
    </message>
    <message>
        <source>%1 inside %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 (line %2)</source>
        <translation>%1 (Zeile %2)</translation>
    </message>
</context>
<context>
    <name>loopline::ui::PlaybackController</name>
    <message>
        <source>Line %1 does not run in this recording.</source>
        <translation>Zeile %1 läuft in dieser Aufzeichnung nicht.</translation>
    </message>
    <message>
        <source>Line %1 does not run again after this point.</source>
        <translation>Zeile %1 läuft nach dieser Stelle nicht mehr.</translation>
    </message>
    <message>
        <source>Line %1 has not run before this point.</source>
        <translation>Zeile %1 ist vor dieser Stelle nicht gelaufen.</translation>
    </message>
    <message>
        <source>%1 does not run again after this point.</source>
        <translation>%1 läuft nach dieser Stelle nicht mehr.</translation>
    </message>
    <message>
        <source>%1 has not run before this point.</source>
        <translation>%1 ist vor dieser Stelle nicht gelaufen.</translation>
    </message>
</context>
<context>
    <name>loopline::ui::PredictPanel</name>
    <message>
        <source>(an empty line)</source>
        <translation>(eine leere Zeile)</translation>
    </message>
    <message>
        <source>Predict</source>
        <translation>Vorhersagen</translation>
    </message>
    <message>
        <source>Stop predicting</source>
        <translation>Vorhersagen beenden</translation>
    </message>
    <message>
        <source>History…</source>
        <translation>Verlauf…</translation>
    </message>
    <message>
        <source>What you predicted, and how to forget or export it</source>
        <translation>Was Sie vorhergesagt haben, und wie Sie es vergessen oder exportieren</translation>
    </message>
    <message>
        <source>Stop at</source>
        <translation>Halten an</translation>
    </message>
    <message>
        <source>switches</source>
        <translation>Wechseln</translation>
    </message>
    <message>
        <source>Ask who runs next</source>
        <translation>Fragt, wer als Nächstes läuft</translation>
    </message>
    <message>
        <source>prints</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Ask what is printed next</source>
        <translation>Fragt, was als Nächstes ausgegeben wird</translation>
    </message>
    <message>
        <source>ends</source>
        <translation>Enden</translation>
    </message>
    <message>
        <source>Ask what ends first, and when</source>
        <translation>Fragt, was zuerst endet, und wann</translation>
    </message>
    <message>
        <source>Looking for the next question…</source>
        <translation>Sucht die nächste Frage…</translation>
    </message>
    <message>
        <source>There is nothing left to predict from here. Go back, or choose what to stop at.</source>
        <translation>Von hier an gibt es nichts vorherzusagen. Gehen Sie zurück, oder wählen Sie, woran gehalten wird.</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Nächste Frage</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Predict: %1</source>
        <translation>Vorhersage: %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;✓ Right.&lt;/b&gt;</source>
        <translation>&lt;b&gt;✓ Richtig.&lt;/b&gt;</translation>
    </message>
    <message>
        <source>&lt;b&gt;✗ Not so.&lt;/b&gt; The run says what is marked.</source>
        <translation>&lt;b&gt;✗ Leider nein.&lt;/b&gt; Der Lauf sagt, was markiert ist.</translation>
    </message>
    <message>
        <source>%1 of %2 right here</source>
        <translation>%1 von %2 hier richtig</translation>
    </message>
    <message>
        <source>Of all lessons: %1 of %2</source>
        <translation>In allen Lektionen: %1 von %2</translation>
    </message>
</context>
<context>
    <name>loopline::ui::PredictionHistoryModel</name>
    <message>
        <source>✓ right</source>
        <translation>✓ richtig</translation>
    </message>
    <message>
        <source>✗ not so</source>
        <translation>✗ leider nein</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Lektion</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Your answer</source>
        <translation>Ihre Antwort</translation>
    </message>
    <message>
        <source>The run says</source>
        <translation>Der Lauf sagt</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
</context>
<context>
    <name>loopline::ui::PredictionStore</name>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Predictor</name>
    <message>
        <source>They end together</source>
        <translation>Sie enden zugleich</translation>
    </message>
    <message>
        <source>Who runs next?</source>
        <translation>Wer läuft als Nächstes?</translation>
    </message>
    <message>
        <source>What is printed next?</source>
        <translation>Was wird als Nächstes ausgegeben?</translation>
    </message>
    <message>
        <source>When does the program end?</source>
        <translation>Wann endet das Programm?</translation>
    </message>
    <message>
        <source>Which line is printed first?</source>
        <translation>Welche Zeile wird zuerst ausgegeben?</translation>
    </message>
    <message>
        <source>Which line is printed last?</source>
        <translation>Welche Zeile wird zuletzt ausgegeben?</translation>
    </message>
    <message>
        <source>In which order are the lines printed?</source>
        <translation>In welcher Reihenfolge werden die Zeilen ausgegeben?</translation>
    </message>
    <message>
        <source>Which of the two ends first?</source>
        <translation>Welches der beiden endet zuerst?</translation>
    </message>
    <message>
        <source>It ends at %1.</source>
        <translation>Es endet bei %1.</translation>
    </message>
    <message>
        <source>%1 ends at %2.</source>
        <translation>%1 endet bei %2.</translation>
    </message>
    <message>
        <source>Which greenlet runs next?</source>
        <translation>Welches Greenlet läuft als Nächstes?</translation>
    </message>
</context>
<context>
    <name>loopline::ui::ProgressStore</name>
    <message>
        <source>Your progress could not be saved in %1: %2</source>
        <translation>Ihr Fortschritt konnte nicht in %1 gespeichert werden: %2</translation>
    </message>
</context>
<context>
    <name>loopline::ui::ProseView</name>
    <message>
        <source>Lesson text</source>
        <translation>Text der Lektion</translation>
    </message>
    <message>
        <source>This link leads out of the lesson and is not opened: %1</source>
        <translation>Dieser Verweis führt aus der Lektion hinaus und wird nicht geöffnet: %1</translation>
    </message>
</context>
<context>
    <name>loopline::ui::RangeModel</name>
    <message>
        <source>From %1 to %2 · %3</source>
        <translation>Von %1 bis %2 · %3</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Task</translation>
    </message>
    <message>
        <source>ran</source>
        <translation>lief</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>waited</source>
        <translation>wartete</translation>
    </message>
    <message>
        <source>late</source>
        <translation>verspätet</translation>
    </message>
    <message>
        <source>blocked the loop</source>
        <translation>blockierte die Schleife</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
</context>
<context>
    <name>loopline::ui::RowsModel</name>
    <message>
        <source>%1 (changed)</source>
        <translation>%1 (geändert)</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Scrubber</name>
    <message>
        <source>Position in the run</source>
        <translation>Stelle im Lauf</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Section</name>
    <message>
        <source>%1, open</source>
        <translation>%1, offen</translation>
    </message>
    <message>
        <source>%1, closed</source>
        <translation>%1, geschlossen</translation>
    </message>
</context>
<context>
    <name>loopline::ui::SignView</name>
    <message>
        <source>The task runs: full colour, full height.</source>
        <translation>Der Task läuft: volle Farbe, volle Höhe.</translation>
    </message>
    <message>
        <source>The task is ready and stands in the queue: dashed outline.</source>
        <translation>Der Task ist bereit und steht in der Schlange: gestrichelter Rand.</translation>
    </message>
    <message>
        <source>The task waits for what is written on it: thin outline, pale.</source>
        <translation>Der Task wartet auf das, was darauf steht: dünner Rand, blass.</translation>
    </message>
    <message>
        <source>The task is due, but its loop is held up elsewhere: dashed, in the warning colour.</source>
        <translation>Der Task ist fällig, aber seine Schleife wird anderswo aufgehalten: gestrichelt, in der Warnfarbe.</translation>
    </message>
    <message>
        <source>A call blocks the loop, and with it everybody: hatched.</source>
        <translation>Ein Aufruf blockiert die Schleife und damit alle: schraffiert.</translation>
    </message>
    <message>
        <source>The loop takes a turn.</source>
        <translation>Die Schleife hat eine Runde.</translation>
    </message>
    <message>
        <source>The loop sleeps in select until something happens: pale hatching.</source>
        <translation>Die Schleife schläft in select, bis etwas geschieht: blass schraffiert.</translation>
    </message>
    <message>
        <source>The task has ended with a result.</source>
        <translation>Der Task endete mit einem Ergebnis.</translation>
    </message>
    <message>
        <source>An exception; behind the last slice: it ended the task.</source>
        <translation>Eine Exception; hinter dem letzten Stück: Sie hat den Task beendet.</translation>
    </message>
    <message>
        <source>The task was cancelled.</source>
        <translation>Der Task wurde abgebrochen.</translation>
    </message>
    <message>
        <source>On the edge of a lane: somebody asked this task to stop.</source>
        <translation>Am Rand einer Spur: Jemand hat diesen Task gebeten aufzuhören.</translation>
    </message>
    <message>
        <source>A warning, such as a coroutine that was never awaited.</source>
        <translation>Eine Warnung, etwa vor einer Coroutine, die nie mit await erwartet wurde.</translation>
    </message>
    <message>
        <source>A line of output.</source>
        <translation>Eine ausgegebene Zeile.</translation>
    </message>
    <message>
        <source>A callback runs.</source>
        <translation>Ein Callback läuft.</translation>
    </message>
    <message>
        <source>An arrow: one task makes or wakes the other.</source>
        <translation>Ein Pfeil: Ein Task erzeugt oder weckt den anderen.</translation>
    </message>
    <message>
        <source>A dashed arrow: one task begins to wait for the other.</source>
        <translation>Ein gestrichelter Pfeil: Ein Task beginnt, auf den anderen zu warten.</translation>
    </message>
    <message>
        <source>The playhead. Everything in the window is as of here.</source>
        <translation>Der Abspielkopf. Alles im Fenster gilt für diese Stelle.</translation>
    </message>
    <message>
        <source>Your bookmark; with a note it shows its text.</source>
        <translation>Ihr Lesezeichen; mit einer Notiz zeigt es deren Text.</translation>
    </message>
</context>
<context>
    <name>loopline::ui::SlicesModel</name>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Lane</source>
        <translation>Spur</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Aufruf</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Lasts</source>
        <translation>Dauer</translation>
    </message>
</context>
<context>
    <name>loopline::ui::SourceEditor</name>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source> Did you mean “%1”?</source>
        <translation> Vielleicht „%1“?</translation>
    </message>
</context>
<context>
    <name>loopline::ui::StartPage</name>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>begun</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>See what an event loop does</source>
        <translation>Sehen, was eine Ereignisschleife tut</translation>
    </message>
    <message>
        <source>Small Python programs, run and recorded. Step through them, forwards and backwards, and see what runs, what waits, and why.</source>
        <translation>Kleine Python-Programme, ausgeführt und aufgezeichnet. Gehen Sie sie durch, vorwärts und rückwärts, und sehen Sie, was läuft, was wartet und warum.</translation>
    </message>
    <message>
        <source>Where you left off</source>
        <translation>Wo Sie aufgehört haben</translation>
    </message>
    <message>
        <source>The first lesson</source>
        <translation>Die erste Lektion</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Five tips</source>
        <translation>Fünf Tipps</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>New lesson…</source>
        <translation>Neue Lektion…</translation>
    </message>
    <message>
        <source>%1 of %2 done</source>
        <translation>%1 von %2 fertig</translation>
    </message>
    <message>
        <source>Your files</source>
        <translation>Ihre Dateien</translation>
    </message>
</context>
<context>
    <name>loopline::ui::StateCard</name>
    <message>
        <source>Busy</source>
        <translation>Beschäftigt</translation>
    </message>
</context>
<context>
    <name>loopline::ui::StateRows</name>
    <message>
        <source>%1 free</source>
        <translation>%1 frei</translation>
    </message>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>set</source>
        <translation>gesetzt</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>%1 of %2 there</source>
        <translation>%1 von %2 da</translation>
    </message>
    <message>
        <source>%1 of %2 items</source>
        <translation>%1 von %2 Elementen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>1 item</source>
        <translation>1 Element</translation>
    </message>
    <message>
        <source>%1 items</source>
        <translation>%1 Elemente</translation>
    </message>
    <message>
        <source>… and %1 more</source>
        <translation>… und %1 weitere</translation>
    </message>
    <message>
        <source>callback</source>
        <translation>Callback</translation>
    </message>
    <message>
        <source>empty for ever: this is a deadlock</source>
        <translation>für immer leer: Das ist ein Deadlock</translation>
    </message>
    <message>
        <source>empty: due timers are only moved here when the loop takes its next turn</source>
        <translation>leer: Fällige Timer kommen erst herein, wenn die Schleife ihre nächste Runde hat</translation>
    </message>
    <message>
        <source>empty: the loop sleeps until something wakes it</source>
        <translation>leer: Die Schleife schläft, bis etwas sie weckt</translation>
    </message>
    <message>
        <source>empty: the loop sleeps until %1</source>
        <translation>leer: Die Schleife schläft bis %1</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 overdue</source>
        <translation>%1 überfällig</translation>
    </message>
    <message>
        <source>the program</source>
        <translation>das Programm</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>held by %1</source>
        <translation>gehalten von %1</translation>
    </message>
    <message>
        <source>waiting: %1</source>
        <translation>es warten: %1</translation>
    </message>
    <message>
        <source>%1 unfinished</source>
        <translation>%1 unerledigt</translation>
    </message>
    <message>
        <source>thread %1</source>
        <translation>Thread %1</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>zu Ende</translation>
    </message>
    <message>
        <source>asleep until %1</source>
        <translation>schläft bis %1</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>loop %1</source>
        <translation>Schleife %1</translation>
    </message>
    <message>
        <source>blocked until %1</source>
        <translation>blockiert bis %1</translation>
    </message>
    <message>
        <source>made</source>
        <translation>erzeugt</translation>
    </message>
    <message>
        <source>turn %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>in select until woken</source>
        <translation>in select, bis geweckt</translation>
    </message>
    <message>
        <source>in select until %1</source>
        <translation>in select bis %1</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>hält an</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>runs %1</source>
        <translation>führt %1 aus</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>blocking</source>
        <translation>blockiert</translation>
    </message>
    <message>
        <source>… %1 earlier lines</source>
        <translation>… %1 frühere Zeilen</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>noch nicht fertig</translation>
    </message>
    <message>
        <source>the hub</source>
        <translation>der Hub</translation>
    </message>
    <message>
        <source>the main greenlet</source>
        <translation>das Haupt-Greenlet</translation>
    </message>
    <message>
        <source>waits until %1</source>
        <translation>wartet bis %1</translation>
    </message>
</context>
<context>
    <name>loopline::ui::TimelineView</name>
    <message>
        <source>Find a task…</source>
        <translation>Task suchen…</translation>
    </message>
    <message>
        <source>Fold the group</source>
        <translation>Gruppe einklappen</translation>
    </message>
    <message>
        <source>Pin the lane to the top</source>
        <translation>Spur oben anheften</translation>
    </message>
    <message>
        <source>Move the lane up</source>
        <translation>Spur nach oben</translation>
    </message>
    <message>
        <source>Move the lane down</source>
        <translation>Spur nach unten</translation>
    </message>
    <message>
        <source>All lanes as they were</source>
        <translation>Alle Spuren wie am Anfang</translation>
    </message>
    <message>
        <source>A stretch begins here</source>
        <translation>Ein Abschnitt beginnt hier</translation>
    </message>
    <message>
        <source>A stretch ends here</source>
        <translation>Ein Abschnitt endet hier</translation>
    </message>
    <message>
        <source>Bookmark here</source>
        <translation>Lesezeichen hier</translation>
    </message>
    <message>
        <source>Note here…</source>
        <translation>Notiz hier…</translation>
    </message>
    <message>
        <source>Next bookmark</source>
        <translation>Nächstes Lesezeichen</translation>
    </message>
    <message>
        <source>Previous bookmark</source>
        <translation>Voriges Lesezeichen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>What is to be remembered here?</source>
        <translation>Woran soll das hier erinnern?</translation>
    </message>
    <message>
        <source>Timelines</source>
        <translation>Zeitleisten</translation>
    </message>
    <message>
        <source>Timelines as a table</source>
        <translation>Zeitleisten als Tabelle</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Näher</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Ferner</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>Auswahl füllt die Ansicht</translation>
    </message>
    <message>
        <source>asyncio&apos;s own work</source>
        <translation>asyncios eigene Arbeit</translation>
    </message>
    <message>
        <source>Queues over time</source>
        <translation>Schlangen über die Zeit</translation>
    </message>
    <message>
        <source>As a table</source>
        <translation>Als Tabelle</translation>
    </message>
    <message>
        <source>Show what asyncio.run does for itself at the end</source>
        <translation>Zeigt, was asyncio.run am Ende für sich selbst tut</translation>
    </message>
</context>
<context>
    <name>loopline::ui::Tour</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Tip %1: %2. %3</source>
        <translation>Tipp %1: %2. %3</translation>
    </message>
</context>
<context>
    <name>loopline::ui::TransportBar</name>
    <message>
        <source>To the start (Home)</source>
        <translation>Zum Anfang (Pos1)</translation>
    </message>
    <message>
        <source>One step back (←)</source>
        <translation>Ein Schritt zurück (←)</translation>
    </message>
    <message>
        <source>Play or pause (Space)</source>
        <translation>Abspielen oder Pause (Leertaste)</translation>
    </message>
    <message>
        <source>One step on (→)</source>
        <translation>Ein Schritt weiter (→)</translation>
    </message>
    <message>
        <source>To the end (End)</source>
        <translation>Zum Ende (Ende)</translation>
    </message>
    <message>
        <source>Step by</source>
        <translation>Schrittweite</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Switch</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>Cue</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>A step is a line of code</source>
        <translation>Ein Schritt ist eine Codezeile</translation>
    </message>
    <message>
        <source>A step is a switch: a task begins or ends its run</source>
        <translation>Ein Schritt ist ein Wechsel: Ein Task beginnt oder beendet seinen Lauf</translation>
    </message>
    <message>
        <source>A step is a turn of the loop</source>
        <translation>Ein Schritt ist eine Runde der Schleife</translation>
    </message>
    <message>
        <source>A step is a printed line</source>
        <translation>Ein Schritt ist eine ausgegebene Zeile</translation>
    </message>
    <message>
        <source>A step is a line with a cue</source>
        <translation>Ein Schritt ist eine Zeile mit Hinweis</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Where the playhead is. Click to go somewhere (Ctrl+G)</source>
        <translation>Wo der Abspielkopf ist. Klicken, um woandershin zu gehen (Strg+G)</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Tempo des Abspielens</translation>
    </message>
    <message>
        <source>Speed of playing: steps a second, or seconds of the run a second</source>
        <translation>Tempo des Abspielens: Schritte je Sekunde oder Sekunden des Laufs je Sekunde</translation>
    </message>
    <message>
        <source>%1 step/s</source>
        <translation>%1 Schr./s</translation>
    </message>
    <message>
        <source>%1 s/s</source>
        <translation>%1 s/s</translation>
    </message>
    <message>
        <source>Plays %1 seconds of the run a second</source>
        <translation>Spielt %1 Sekunden des Laufs je Sekunde</translation>
    </message>
    <message>
        <source>Next line</source>
        <translation>Nächste Zeile</translation>
    </message>
    <message>
        <source>Previous line</source>
        <translation>Vorige Zeile</translation>
    </message>
    <message>
        <source>Next print</source>
        <translation>Nächste Ausgabe</translation>
    </message>
    <message>
        <source>Previous print</source>
        <translation>Vorige Ausgabe</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>Nächstes Ereignis</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>Voriges Ereignis</translation>
    </message>
    <message>
        <source>Run to the selected line</source>
        <translation>Weiter bis zur gewählten Zeile</translation>
    </message>
    <message>
        <source>Back to the selected line</source>
        <translation>Zurück zur gewählten Zeile</translation>
    </message>
    <message>
        <source>Next time the selected task runs</source>
        <translation>Nächstes Mal, dass der gewählte Task läuft</translation>
    </message>
    <message>
        <source>Last time the selected task ran</source>
        <translation>Letztes Mal, dass der gewählte Task lief</translation>
    </message>
    <message>
        <source>Go to a time, step or line…</source>
        <translation>Gehe zu Zeit, Schritt oder Zeile…</translation>
    </message>
    <message>
        <source>Go to another place; now %1</source>
        <translation>Gehe woandershin; jetzt %1</translation>
    </message>
    <message>
        <source>t %1 · %2/%3</source>
        <translation>t %1 · %2/%3</translation>
    </message>
</context>
<context>
    <name>loopline::ui::WaitModel</name>
    <message>
        <source>↻ back to %1: a circle</source>
        <translation>↻ zurück zu %1: ein Kreis</translation>
    </message>
    <message>
        <source>✗ %1 — deadlocked</source>
        <translation>✗ %1 — im Deadlock</translation>
    </message>
    <message>
        <source> (see there)</source>
        <translation> (siehe dort)</translation>
    </message>
</context>
<context>
    <name>loopline::ui::timeline::Canvas</name>
    <message>
        <source>Scroll lanes</source>
        <translation>Spuren rollen</translation>
    </message>
    <message>
        <source>Bookmark</source>
        <translation>Lesezeichen</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;at %2&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;%1&lt;/b&gt;&lt;br&gt;bei %2&lt;/p&gt;</translation>
    </message>
    <message>
        <source>The whole run. Drag here to move what is in view.</source>
        <translation>Der ganze Lauf. Ziehen Sie hier, um den Ausschnitt zu verschieben.</translation>
    </message>
    <message>
        <source>The timeline is being laid out…</source>
        <translation>Die Zeitleiste wird aufgebaut …</translation>
    </message>
</context>
<context>
    <name>loopline::ui::timeline::LaneFinder</name>
    <message>
        <source>Only these</source>
        <translation>Nur diese</translation>
    </message>
    <message>
        <source>Find a task by its name or call</source>
        <translation>Task nach Namen oder Aufruf suchen</translation>
    </message>
    <message>
        <source>Find a task</source>
        <translation>Task suchen</translation>
    </message>
    <message>
        <source>Leave out the lanes of all other tasks</source>
        <translation>Lässt die Spuren aller anderen Tasks weg</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>no such task</source>
        <translation>kein solcher Task</translation>
    </message>
    <message>
        <source>%L1 found</source>
        <translation>%L1 gefunden</translation>
    </message>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
</context>
<context>
    <name>loopline::ui::timeline::RangePanel</name>
    <message>
        <source>Zoom to it</source>
        <translation>Auf Ansicht vergrößern</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>What each task did in the marked stretch</source>
        <translation>Was jeder Task im markierten Abschnitt tat</translation>
    </message>
    <message>
        <source>Marked stretch: %1</source>
        <translation>Markierter Abschnitt: %1</translation>
    </message>
</context>
</TS>
