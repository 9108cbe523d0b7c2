/** Words by which the speaker binds themselves, and the common words that follow a name. */
export const promising = {
  promise: `promised, i promised, i've promised, ive promised, we promised, promise, my promise, pinky promised, swore, swore to, vowed, i vowed, committed to, committed, commitment, i committed, gave my word, my word, given my word, assured, guaranteed, agreed to, i agreed, agreed with, i've agreed, i said i'd,
    i said id, said i'd, said id, said i would, i said i would, said i will, said i'll, said we'd, said we would, told him i'd, told her i'd, told them i'd, told him id, told her id, told them id, i told, told, i've told, ive told, we told, did tell, just told, i let, let know, said yes to, said yes, i'd said, i owe, owe, on the hook,
    volunteered, signed up to, offered to, i offered, i'm meant to, pledged, confirmed with, made a deal, made a promise, i'll, ill, i will, i'm going to, we'll, we would, we'd, i'd, i would, as promised, like i said, told him so, count on me, i told them, counting on me, expecting me, expects it, expecting it, waiting for me, waiting on me,
    promised to, i promised to, committed myself, swear to, i swore, swore i'd, gave her my, gave him my, gave them my, given her, made him a, made her a,
    made them a, shook hands, shook on it, it's agreed, we agreed i, i agreed with, told the, told my, told our, told everyone, told everybody, told them we,
    told him we, told her we, told him i, told her i, told them i, have told, have promised, had promised, let him know i, let her know i, let them know i,
    said to him i, said to her i, reassured, vouched, undertook, undertaken, obliged to, bound to, on my honour, cross my heart, can count on me,
    is counting on, are counting on, is expecting, are expecting, is waiting for my, are waiting for my, due to, owed, i still owe, still owe, said i could,
    said i can, said i might, said we could, said we can`,
  kept: `i'd send, i'd call, i'd help, i'd bring, i'd do, i'd be, i'd get, i'd have, i'd look, i'd write, i'd review, i'd read, i'd take, i'd give, i'd pay, i'd fix, i'd make, i'd cover, i'd finish, i'd let, i'd come, i'd meet, i'd drive, i'd pick, i'd cook, i'd bake, i'd host, i'd lend, i'd return, i'd check, i'd join, i'd introduce, i'd feed,
    i'd water, i'd book, i'd sort, i'd prepare, i'd speak, i'd talk, i'd visit, i'd stay, i'd try, i'd think, i'd handle, i'd share, i'd show, i'd teach, i'd run, i'd buy, i'd pop, i'd ring, i'll send, i'll call, i'll bring, i'll get back, i'll have, i'll ring, i'll take, i'll help, i'll cook, i'll review, i'll deliver, get back to, pay him back, pay her back, pay them back, have it, have the, be there, be done, be ready`,
} as const
