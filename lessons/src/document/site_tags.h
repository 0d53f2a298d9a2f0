// Marks around code that are no Markdown: what site generators, forums and saved pages put in their place.
// {% highlight python %} … {% endhighlight %}, {{< highlight python >}} … {{< /highlight >}}, [code lang="python"] …
// [/code], <pre><code class="language-python"> … </code></pre>.
#pragma once

#include "document/found_block.h"

namespace loopline::lessons {

/// Takes the lines of what it finds, other languages included.
std::vector<FoundBlock> find_tagged_code(const SourceText& file, FreeLines& free);

}  // namespace loopline::lessons
