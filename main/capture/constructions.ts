/**
 * Turns of phrase that a bag of words cannot see: who does what to whom. Each has a name that is shown as the reason of an answer.
 * All are tried on the text in lower case with straight apostrophes; none can backtrack far (every gap is bounded).
 */
const who = String.raw`(?:[\p{L}.'-]+ ){1,4}?`

export const constructions: readonly { readonly name: string; readonly pattern: RegExp }[] = Object.entries({
  'the speaker told somebody they would': new RegExp(
    String.raw`\b(?:told|assured|promised|let|informed|said to) ${who}(?:know )?(?:that )?(?:i|we)(?:'d|'ll| would| will| could| can|d )`,
    'u',
  ),
  'the speaker gave a promise':
    /(?:^|[.,;!?\n] ?|\bi(?:'ve| have| did)? |\bwe(?:'ve)? )(?:also )?(?:promised|swore|vowed|pledged|committed|gave (?:[\p{L}]+ ){1,4}my word|assured|guaranteed)\b/u,
  'the speaker agreed or offered':
    /(?:^|\bi(?:'ve| have| did)? |\bwe(?:'ve)? )(?:agreed (?:with|to)|said yes|volunteered|signed up|offered to|confirmed with|made a (?:deal|promise|commitment))\b/u,
  'the speaker owes somebody': /(?:^|\bi )(?:still )?owe (?!me\b)[\p{L}]+/u,
  'the speaker said they would': /(?:^|\bi(?:'ve|'d)? |, )said (?:to [\p{L}]+ )?(?:that )?(?:i|we)(?:'d|'ll| would| will|d )/u,
  'the speaker will do it': /(?:^|\bok |\byes )(?:i'll|i will|we'll|i'm going to|i ll|will) (?!be fine\b|never\b)[\p{L}]+/u,
  'somebody else said they would':
    /\b(?:said|says|told me|told us|promised me|promised us|agreed|offered|confirmed|promised to|reckons|claims) (?:that )?(?:he|she|they|it|to)(?:'d|'ll| would| will| can|\b)/u,
  'somebody else will do it':
    /^(?!i\b|we\b|you\b|it\b|what\b|who\b|there\b|this\b|that\b|nobody\b)[\p{L}]+ (?:[\p{L}]+ )?(?:will|is going to|is gonna|agreed to|promised to|promised me|promised us|offered to|owes me|owes us)\b/u,
  'something must be done':
    /\b(?:need|needs|have|has|got|gotta|must|ought|remember|remind me|don't forget|do not forget|meant|supposed)(?: to)? (?:be )?[\p{L}]+/u,
  'a question to oneself':
    /(?:^|[.,;!?] )(?:so |and |but |or |ok |okay |hm+ )?(?:should|shall|do|does|did|am|is|are|was|would|could|can|might) (?:i|we|it|this|that|there|my|the)\b/u,
  'a why, what or who question': /^(?:so |and |but |or )?(?:why|what|who|where|when|how|which)(?:'s|'d|'re)?\b[^.!\n]{0,200}\?*$/u,
  'what if with we or a thing': /\bwhat if (?:we|the|our|there|every|each|you|people|a|an|patients|customers|users|kids|all)\b/u,
  'what if about oneself': /\bwhat if (?:i|i'm|it|they|he|she|this|we'd|that|nobody|none)\b/u,
  'a wish':
    /(?:^|\bi )(?:(?:just |really |do )?wish|(?:'d|would) (?:really |just )?(?:love|like|rather|prefer)|want to|hope|could just)\b/u,
  'either one or the other':
    /\bor (?:not|maybe|just|should|is it|am i|do i|does|are|was|would|keep|let|stay|leave)\b|\beither\b|\bto [\p{L}]+ or (?:not )?to\b/u,
  'noticing first': /^(?:i(?:'ve| have)? )?(?:just |also )?(?:notic|observ|reali[sz]|spotted|saw|caught|felt|feeling)/u,
  'when this, then that':
    /\b(?:when|whenever|after|every time|since|on days|if|the more|the less|the later|before) (?:[\p{L}\p{N}'-]+ ){1,7}?(?:i|he|she|they|we|it|my|the|people|everyone)\b/u,
  'somebody seems': /\b(?:seem|look|sound|appear|feel|act|get|got|been|became|become|tend)(?:s|ed|ing)?\b/u,
  'somebody and their state':
    /^(?!i\b|we\b|you\b|it\b|it's\b)(?:the |my |our |mum's |her |his )?[\p{L}']+ (?:[\p{L}']+ )?(?:is|are|was|were|has been|have been|looks?|seems?|goes|keeps?|never|always|only|only ever|hasn't|hums?|gets?|laughed|walks?)\b/u,
  'somebody does something, again and again':
    /^(?:he|she|it|they|my [\p{L}]+|the [\p{L} ]{2,30}?|[\p{L}]+(?:'s [\p{L}]+)?) (?:only |always |never |hardly |mostly |usually |still )?[\p{L}]{2,}s (?:before|after|when|whenever|more|less|better|worse|again|at|on|with|during|if|every|as soon|the most|his|her|their|my)\b/u,
  'a name and what it is':
    /^(?:my |our |the )?[\p{L}][\p{L}'.& -]{1,40}? (?:is|are|was|works|lives|starts|opens|closes|covers|costs|leaves|arrives|runs|weighs|takes|means|needs|moves|moved|has|have|uses|owns|sits|stands for|expires|charges|wants)\b/u,
  'I in the past': /\bi (?:was|had|did|went|felt|slept|ate|woke|spent|forgot|laughed|cried|ran|drank|worked|got|\p{L}+ed)\b/u,
  'I and a habit':
    /^(?:i|my) (?:[\p{L}]+ )?(?:always|never|often|usually|tend|keep|get|sleep|eat|work|focus|write|read|feel|talk|speak|check|lose|drink|say|think|do|spend|reach|seem|breathe|laugh|mood|energy|back|eyes?|hands?|skin|head|pulse|sleep)\b/u,
  'an order to somebody': /\b(?:you|your|yourself|yourselves)\b/u,
  'just do it': /(?:^|[.,;!?] )(?:just|stop|can (?:you|they|people|someone|somebody)|don't you|why don't you|try|go ahead)\b/u,
  'I am and a feeling':
    /\b(?:i'm|i am|feel|feeling|so|am) (?:so |just |really |completely |absolutely |utterly |such |a bit |very )*(?:done|tired|angry|sad|stupid|sick|lost|over|fed|behind|stuck|alone|scared|anxious|[\p{L}]+ed|[\p{L}]+less)\b/u,
  'they or he, spoken of with blame':
    /\b(?:they|he|she) (?:never|always|again|forgot|cancelled|canceled|fired|gave it|took|moved|want|ate|broke|won't|can't|don't|doesn't|didn't|said i)\b/u,
  'an idea named as one':
    /^(?:[\p{L}]+ )?(?:idea|concept|pitch|brainstorm|proposal|experiment|feature|theme|title|name|slogan)s?\b ?[:–-]?|\bidea\b/u,
  'a thing that does something': /\b(?:an?|the) (?:[\p{L}-]+ ){1,4}(?:that|which|where|who|with|for|about|made of|but|so)\b/u,
  'let us or we could': /\b(?:let's|lets|we could|we should try|we can|how about|what about an?|could we|why don't we|maybe we)\b/u,
  'make or build something new':
    /^(?:maybe |could |let's |try |we could |i could )?(?:build|make|create|design|start|write|turn|use|launch|invent|develop|run|open|offer|sell|record|film|try|let|add|teach|combine|replace|print|rent|swap|put|have|do|host|organi[sz]e|draw|map|paint|grow|plant) (?:an?|the|our|each|every|people|users|customers|one|more|some|old|tiny|small)\b/u,
  'a thing is a value': /^[\p{L}\p{N}' ./&-]{2,60}(?::| is | are | = | was | costs? | closes | opens )/u,
  'a code or number': /\b(?=[\p{L}\p{N}-]*\d)(?=[\p{L}\p{N}-]*[a-z])[a-z0-9-]{3,}\b|\b\d{4,}\b|#\d+|\d+[.,]\d+/u,
  'a measure':
    /\d ?(?:mg|ml|kg|g|cm|mm|m|km|l|psi|bar|kb|mb|gb|euros?|eur|gbp|usd|pounds|dollars|quid|%|percent|degrees|°|min|hours?|hrs?|h|days?|x|k)\b|[£$€]\d/u,
  'a link or an address': /https?:|www\.|@[a-z]|\.(?:com|org|net|io|co|example)\b|~\/|\/[a-z]+\/[a-z]/u,
  'a quotation': /["“][^"”]{8,}["”]|^'[^']{12,}'/u,
  'code or a stack trace':
    /[{};=]{2}|\bat [\p{L}.$<>]+ ?\(|=>|\bselect\b.+\bfrom\b|(?:error|exception)\b.*[:(]|\$ |--[a-z]|[a-z]\(\)|traceback|0x[0-9a-f]+/u,
  'a day or a time of day':
    /\b(?:today|tonight|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|weekend|next week|this week|eod|eow|noon|\d{1,2}(?::\d\d)? ?(?:am|pm)|\d{1,2}:\d\d|at \d{1,2}|(?:the )?\d{1,2}(?:st|nd|rd|th))\b/u,
  'a date by which':
    /\b(?:by|before|due|until|till|deadline) (?:the |end |next |this |tomorrow|tonight|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tues|wed|thurs|fri|noon|eod|lunch|\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|[\p{L}]+ starts)/u,
}).map(([name, pattern]) => ({ name, pattern }))
